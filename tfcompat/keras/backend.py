"""`keras.backend` of 2.3.1: that of tf_keras, less what drew from TensorFlow's seeds or built other ops.

Source: keras.backend.tensorflow_backend.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import draws
from tfcompat.keras.legacy.backend_arguments import taking

random_uniform = taking("random_uniform", draws.uniform)
random_normal = taking("random_normal", draws.normal)
truncated_normal = draws.truncated_normal
random_binomial = draws.binomial
dropout = draws.dropout
lesser, lesser_equal = v1.less, v1.less_equal  # Keras 1's names
size, slice, control_dependencies = v1.size, v1.slice, v1.control_dependencies
_FORMATS = {"tf": "channels_last", "th": "channels_first"}


def __getattr__(name: str) -> Any:
    for home in (keras().backend, module("backend")):
        if hasattr(home, name) and not name.startswith("__"):
            return taking(name, getattr(home, name))
    raise AttributeError(f"keras.backend has no name {name!r}", name=name)


def __dir__() -> list[str]:
    return sorted({*globals(), *(name for name in dir(keras().backend) if not name.startswith("_"))})


def backend() -> str:
    """`tensorflow`."""
    return "tensorflow"


def image_dim_ordering() -> str:
    """`tf` if channels are last, `th` if they are first: Keras 1's words."""
    return "tf" if keras().backend.image_data_format() == "channels_last" else "th"


def set_image_dim_ordering(dim_ordering: str) -> None:
    """Says where channels are, in Keras 1's words."""
    if dim_ordering not in _FORMATS:
        raise ValueError("Unknown dim_ordering:", dim_ordering)
    keras().backend.set_image_data_format(_FORMATS[dim_ordering])


def normalize_data_format(value: str | None) -> str:
    """The data format, by default the one that was set."""
    found = (value or keras().backend.image_data_format()).lower()
    if found not in _FORMATS.values():
        raise ValueError(
            f'The `data_format` argument must be one of "channels_first", "channels_last". Received: {value}'
        )
    return found


def is_keras_tensor(x: Any) -> bool:
    """Whether a tensor was made by a layer.

    Raises:
      ValueError: it is no tensor.
    """
    if not is_tensor(x):
        raise ValueError(f"Unexpectedly found an instance of type `{type(x)}`. Expected a symbolic tensor instance.")
    return hasattr(x, "_keras_history")


def is_tensor(x: Any) -> bool:
    """Whether it is a tensor, sparse or not, or a variable."""
    return isinstance(x, (v1.Tensor, v1.SparseTensor, v1.Variable))


def is_variable(x: Any) -> bool:
    """Whether it is a variable."""
    return isinstance(x, v1.Variable)


def symbolic(func: Any) -> Any:
    """The function itself: all of TensorFlow 1's functions build graphs."""
    return func


eager = symbolic


def get_session() -> Any:
    """The session that Keras runs in: the default one, or its own; new variables are initialized."""
    return module("backend").get_session()


def set_session(session: Any) -> None:
    """Makes a session Keras' own."""
    module("backend").set_session(session)


def learning_phase() -> Any:
    """0 or 1 if it was set, else the tensor that says whether this is training."""
    return module("backend").symbolic_learning_phase()


def random_uniform_variable(
    shape: Any, low: float, high: float, dtype: Any = None, name: Any = None, seed: Any = None
) -> Any:
    """A variable of numbers between `low` and `high`."""
    drawn = draws.uniform(shape, low, high, dtype, draws.seed_or_next(seed, 1_000_000_000))
    return keras().backend.variable(drawn, dtype=dtype, name=name)


def random_normal_variable(
    shape: Any, mean: float, scale: float, dtype: Any = None, name: Any = None, seed: Any = None
) -> Any:
    """A variable of numbers of a normal distribution."""
    drawn = draws.normal(shape, mean, scale, dtype, draws.seed_or_next(seed, 1_000_000_000))
    return keras().backend.variable(drawn, dtype=dtype, name=name)


def batch_flatten(x: Any) -> Any:
    """All axes but the first made one; the op's name takes a number from NumPy's generator."""
    sizes = v1.reduce_prod(v1.shape(x)[1:])
    return v1.reshape(x, v1.stack([-1, sizes], name=f"stack_{np.random.randint(10_000)}"))


def switch(condition: Any, then_expression: Any, else_expression: Any) -> Any:
    """One of two values, or of what two functions give; a condition with axes chooses for each entry."""
    if condition.dtype != v1.bool:
        condition = v1.cast(condition, "bool")
    if not condition.shape.rank:
        return v1.cond(condition, *map(_called, (then_expression, else_expression)))
    return keras().backend.switch(condition, then_expression, else_expression)


def _called(value: Any) -> Any:
    return value if callable(value) else lambda: value


def in_train_phase(x: Any, alt: Any, training: Any = None) -> Any:
    """`x` in training, else `alt`; both may be functions."""
    training = learning_phase() if training is None else training
    if isinstance(training, (bool, int, np.bool_)):
        chosen = x if training else alt
        return chosen() if callable(chosen) else chosen
    return switch(training, x, alt)


def in_test_phase(x: Any, alt: Any, training: Any = None) -> Any:
    """`alt` in training, else `x`."""
    return in_train_phase(alt, x, training)


def moving_average_update(x: Any, value: Any, momentum: float) -> Any:
    """The op that moves a variable towards a value by `1 - momentum` of the way."""
    with v1.colocate_with(x):
        share = v1.cast(v1.convert_to_tensor(1.0 - momentum), x.dtype.base_dtype)
        return v1.assign_sub(x, (x - v1.cast(value, x.dtype.base_dtype)) * share)


def update(x: Any, new_x: Any) -> Any:
    """The op that sets a variable."""
    return v1.assign(x, new_x)


def update_add(x: Any, increment: Any) -> Any:
    """The op that adds to a variable."""
    return v1.assign_add(x, increment)


def update_sub(x: Any, decrement: Any) -> Any:
    """The op that takes from a variable."""
    return v1.assign_sub(x, decrement)


def _by_channel(x: Any, values: Any, axes: list[int]) -> Any:
    shape = v1.shape(x)
    wide = v1.stack([1 if place in axes else shape[place] for place in range(x.shape.rank)])
    return [None if each is None else v1.reshape(each, wide) for each in values]


def normalize_batch_in_training(
    x: Any, gamma: Any, beta: Any, reduction_axes: Any, epsilon: float = 1e-3
) -> tuple[Any, Any, Any]:
    """The batch with mean 0 and variance 1, then its mean and variance."""
    axes = list(reduction_axes)
    if x.shape.rank == 4 and axes == [0, 1, 2]:
        channels = [x.shape[3]]
        gamma = v1.constant(1.0, x.dtype, channels) if gamma is None else v1.cast(gamma, v1.float32)
        beta = v1.constant(0.0, x.dtype, channels) if beta is None else v1.cast(beta, v1.float32)
        normed, mean, variance = v1.nn.fused_batch_norm(x, gamma, beta, epsilon=epsilon, data_format="NHWC")
        return normed, mean, variance
    mean, variance = v1.nn.moments(x, axes, None, None, False)
    values = [mean, variance, beta, gamma]
    if sorted(axes) != list(range(x.shape.rank))[:-1]:
        values = _by_channel(x, values, axes)
    return v1.nn.batch_normalization(x, *values, epsilon), mean, variance


def batch_normalization(
    x: Any, mean: Any, var: Any, beta: Any, gamma: Any, axis: int = -1, epsilon: float = 1e-3
) -> Any:
    """`(x - mean) / sqrt(var + epsilon) * gamma + beta`."""
    if x.shape.rank == 4 and axis in (3, -1):
        beta = v1.zeros_like(mean) if beta is None else beta
        gamma = v1.ones_like(mean) if gamma is None else gamma
        flat = [v1.cast(v1.reshape(each, [-1]), v1.float32) for each in (gamma, beta, mean, var)]
        gamma, beta, mean, var = flat
        averages = {"mean": mean, "variance": var, "is_training": False}
        return v1.nn.fused_batch_norm(x, gamma, beta, epsilon=epsilon, data_format="NHWC", **averages)[0]
    return v1.nn.batch_normalization(x, mean, var, beta, gamma, epsilon)


def stop_gradient(variables: Any) -> Any:
    """The same values, which no gradient goes through."""
    if isinstance(variables, (list, tuple)):
        return map(v1.stop_gradient, variables)
    return v1.stop_gradient(variables)


def print_tensor(x: Any, message: str = "") -> Any:
    """The same tensor, printed whenever it is computed."""
    with v1.control_dependencies([v1.print(message, x, output_stream=sys.stdout)]):
        return v1.identity(x)


def get_variable_shape(x: Any) -> Any:
    """The shape as a tuple."""
    return keras().backend.int_shape(x)


def int_shape(x: Any) -> Any:
    """The shape as a tuple, with None for what is not known; None if nothing is."""
    known = getattr(x, "_keras_shape", None)
    return keras().backend.int_shape(x) if known is None else known


def ndim(x: Any) -> Any:
    """The number of axes, or None."""
    return x.shape.rank


def gradients(loss: Any, variables: Any) -> Any:
    """The gradients of a loss."""
    return v1.gradients(loss, variables, colocate_gradients_with_ops=True)
