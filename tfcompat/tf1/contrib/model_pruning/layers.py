"""The functions that make masked layers, in the manner of `tf.contrib.layers`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import tf_slim
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.model_pruning.core_layers import MaskedConv2D, MaskedFullyConnected

_slim: Any = tf_slim.load("layers.layers")
_add_arg_scope: Any = tf_slim.load().add_arg_scope
_DEFAULT: Any = object()


@_add_arg_scope
def masked_convolution(
    inputs: Any,
    num_outputs: int,
    kernel_size: Any,
    stride: Any = 1,
    padding: str = "SAME",
    data_format: str | None = None,
    rate: Any = 1,
    activation_fn: Any = _DEFAULT,
    normalizer_fn: Any = None,
    normalizer_params: Any = None,
    weights_initializer: Any = _DEFAULT,
    weights_regularizer: Any = None,
    biases_initializer: Any = _DEFAULT,
    biases_regularizer: Any = None,
    reuse: Any = None,
    variables_collections: Any = None,
    outputs_collections: Any = None,
    trainable: bool = True,
    scope: Any = None,
) -> Any:
    """`tf.contrib.layers.conv2d` with a masked kernel; images only.

    Raises:
      ValueError: the inputs have not 4 dimensions, or the data format is not NHWC or NCHW.
    """
    formats = {None: "channels_last", "NHWC": "channels_last", "NCHW": "channels_first"}
    if data_format not in (*formats, "NWC", "NCW", "NDHWC", "NCDHW"):
        raise ValueError(f"Invalid data_format: {data_format!r}")
    with _scope(scope, "Conv", inputs, reuse) as sc:
        inputs = v1.convert_to_tensor(inputs)
        if inputs.get_shape().ndims != 4:
            raise ValueError("Sparse Convolution not supported for input with rank", inputs.get_shape().ndims)
        if data_format not in formats:
            raise ValueError("Unsupported data format", data_format)
        layer = MaskedConv2D(
            filters=num_outputs,
            kernel_size=kernel_size,
            strides=stride,
            padding=padding,
            data_format=formats[data_format],
            dilation_rate=rate,
            **_options(locals()),
        )
        outputs = layer.apply(inputs)
        _finish(layer, variables_collections)
        outputs = _normalized(outputs, normalizer_fn, normalizer_params, activation_fn)
        return _slim.utils.collect_named_outputs(outputs_collections, sc.original_name_scope, outputs)


masked_conv2d = masked_convolution


@_add_arg_scope
def masked_fully_connected(
    inputs: Any,
    num_outputs: int,
    activation_fn: Any = _DEFAULT,
    normalizer_fn: Any = None,
    normalizer_params: Any = None,
    weights_initializer: Any = _DEFAULT,
    weights_regularizer: Any = None,
    biases_initializer: Any = _DEFAULT,
    biases_regularizer: Any = None,
    reuse: Any = None,
    variables_collections: Any = None,
    outputs_collections: Any = None,
    trainable: bool = True,
    scope: Any = None,
) -> Any:
    """`tf.contrib.layers.fully_connected` with masked weights."""
    if not isinstance(num_outputs, int):
        raise ValueError(f"num_outputs should be int or long, got {num_outputs}.")
    with _scope(scope, "fully_connected", inputs, reuse) as sc:
        inputs = v1.convert_to_tensor(inputs)
        layer = MaskedFullyConnected(units=num_outputs, **_options(locals()))
        outputs = layer.apply(inputs)
        _finish(layer, variables_collections)
        outputs = _normalized(outputs, normalizer_fn, normalizer_params, activation_fn)
        return _slim.utils.collect_named_outputs(outputs_collections, sc.original_name_scope, outputs)


def _scope(scope: Any, default_name: str, inputs: Any, reuse: Any) -> Any:
    """The variable scope in which Keras' names become those of contrib: `weights` and `biases`."""
    getter = _slim._build_variable_getter({"bias": "biases", "kernel": "weights"})
    return v1.variable_scope(scope, default_name, [inputs], reuse=reuse, custom_getter=getter)


def _options(given: dict[str, Any]) -> dict[str, Any]:
    """The layer's options from the function's arguments."""
    weights, biases = given["weights_initializer"], given["biases_initializer"]
    biases = v1.zeros_initializer() if biases is _DEFAULT else biases
    return {
        "activation": None,
        "use_bias": not given["normalizer_fn"] and biases,
        "kernel_initializer": _slim.initializers.xavier_initializer() if weights is _DEFAULT else weights,
        "bias_initializer": biases,
        "kernel_regularizer": given["weights_regularizer"],
        "bias_regularizer": given["biases_regularizer"],
        "trainable": given["trainable"],
        "name": given["sc"].name,
        "dtype": given["inputs"].dtype.base_dtype,
        "_scope": given["sc"],
        "_reuse": given["reuse"],
    }


def _finish(layer: Any, collections: Any) -> None:
    _slim._add_variable_to_collections(layer.kernel, collections, "weights")
    if layer.bias is not None:
        _slim._add_variable_to_collections(layer.bias, collections, "biases")


def _normalized(outputs: Any, normalizer_fn: Any, normalizer_params: Any, activation_fn: Any) -> Any:
    if normalizer_fn is not None:
        outputs = normalizer_fn(outputs, **(normalizer_params or {}))
    activation_fn = v1.nn.relu if activation_fn is _DEFAULT else activation_fn
    return outputs if activation_fn is None else activation_fn(outputs)
