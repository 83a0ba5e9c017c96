"""Every function and class takes the arguments of 1.15, in their order; what does not is listed with the reason."""

import inspect

import pytest

import tfcompat.v1 as tf
from tfcompat.symbols import lookup, names
from tfcompat.symbols.symbol import GONE

LATE = "an argument came in between, after five or more that nobody gives by position"
KERAS_KWARGS = "takes the argument by keyword"
INNER = "TensorFlow builds it, not its users"
KNOWN = {
    "Operation": INNER,
    "OptionalSpec": INNER,
    "RaggedTensor": INNER,
    "Tensor": INNER,
    "autograph.experimental.set_loop_options": "back_prop had no effect",
    "data.experimental.OptionalStructure": INNER,
    "function": LATE,
    "keras.experimental.PeepholeLSTMCell": KERAS_KWARGS,
    "keras.layers.Conv1D": LATE,
    "keras.layers.Conv2D": LATE,
    "keras.layers.Conv3D": LATE,
    "keras.layers.Conv3DTranspose": LATE,
    "keras.layers.ConvLSTM2D": LATE,
    "keras.layers.Convolution1D": LATE,
    "keras.layers.Convolution2D": LATE,
    "keras.layers.Convolution3D": LATE,
    "keras.layers.Convolution3DTranspose": LATE,
    "keras.layers.DepthwiseConv2D": LATE,
    "keras.layers.GRU": LATE,
    "keras.layers.GRUCell": LATE,
    "keras.layers.LSTM": LATE,
    "keras.layers.LSTMCell": LATE,
    "keras.layers.LayerNormalization": KERAS_KWARGS,
    "keras.losses.BinaryCrossentropy": "reduction is given by keyword",
    "keras.losses.CategoricalCrossentropy": "reduction is given by keyword",
    "keras.losses.SparseCategoricalCrossentropy": "reduction is given by keyword",
    "keras.metrics.SensitivityAtSpecificity": "name is given by keyword",
    "keras.metrics.SparseCategoricalCrossentropy": "axis is given by keyword",
    "keras.metrics.SpecificityAtSensitivity": "name is given by keyword",
    "keras.preprocessing.image.DirectoryIterator": LATE,
    "keras.preprocessing.image.ImageDataGenerator": LATE,
    "keras.preprocessing.image.NumpyArrayIterator": LATE,
    "keras.preprocessing.text.Tokenizer": KERAS_KWARGS,
    "keras.regularizers.l1": "takes l by keyword too",
    "keras.regularizers.l2": "takes l by keyword too",
    "keras.utils.GeneratorEnqueuer": "its first argument is given by position",
    "linalg.matmul": LATE,
    "matmul": LATE,
}
# Rearranged by tfcompat.tf1.top.argument_order, whose functions show TensorFlow's own signature.
REORDERED = {
    "config.experimental.set_virtual_device_configuration",
    "image.adjust_jpeg_quality",
    "manip.scatter_nd",
    "math.top_k",
    "nn.top_k",
    "numpy_function",
    "random.experimental.create_rng_state",
    "scatter_nd",
    "tensor_scatter_add",
    "tensor_scatter_nd_add",
    "tensor_scatter_nd_sub",
    "tensor_scatter_sub",
}
LEFT_OUT = ("contrib", "compat.", "raw_ops.", "pywrap_tensorflow.", "estimator", "test.mock", "flags.", "app.flags.")


def positional(thing):
    """The positional arguments, or None if it takes any."""
    target, bound = thing, 0
    if inspect.isclass(thing):
        own = thing.__new__ if issubclass(thing, tuple) or thing.__init__ is object.__init__ else thing.__init__
        target, bound = own, 1
    try:
        parameters = list(inspect.signature(target).parameters.values())[bound:]
    except (TypeError, ValueError):
        return None
    if any(each.kind is each.VAR_POSITIONAL for each in parameters):
        return None
    return [each.name for each in parameters if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]


def departs(name):
    symbol = lookup(name)
    if symbol.kind not in ("function", "class") or symbol.served == GONE:
        return False
    value = tf
    for part in name.split("."):
        value = getattr(value, part)
    wanted = [each.rstrip("=") for each in symbol.arguments if not each.startswith("*")]
    taken = positional(value)
    return taken is not None and taken[: len(wanted)] != wanted


def test_arguments_are_those_of_1_15():
    found = {name for name in names() if not name.startswith(LEFT_OUT) and departs(name)}
    assert found - REORDERED == set(KNOWN)


def test_reordered_functions_are_those_of_the_table():
    from tfcompat.tf1.top.argument_order import ORDERS

    assert set(ORDERS) == REORDERED


@pytest.mark.parametrize("name", sorted(REORDERED))
def test_reordered_functions_refuse_an_argument_given_twice(name):
    value = tf
    for part in name.split("."):
        value = getattr(value, part)
    arguments = [each.rstrip("=") for each in lookup(name).arguments]
    with pytest.raises(TypeError, match="twice"):
        value(*range(len(arguments)), **{arguments[-1]: 0})
