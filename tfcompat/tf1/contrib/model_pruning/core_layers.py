"""Layers of masked weights: `MaskedConv2D` and `MaskedFullyConnected`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import layers, v1
from tfcompat.tf1.contrib.model_pruning.masks import (
    MASK_COLLECTION as MASK_COLLECTION,
)
from tfcompat.tf1.contrib.model_pruning.masks import (
    MASKED_WEIGHT_COLLECTION as MASKED_WEIGHT_COLLECTION,
)
from tfcompat.tf1.contrib.model_pruning.masks import (
    MASKED_WEIGHT_NAME as MASKED_WEIGHT_NAME,
)
from tfcompat.tf1.contrib.model_pruning.masks import (
    THRESHOLD_COLLECTION as THRESHOLD_COLLECTION,
)
from tfcompat.tf1.contrib.model_pruning.masks import (
    WEIGHT_COLLECTION as WEIGHT_COLLECTION,
)
from tfcompat.tf1.contrib.model_pruning.masks import collect

_Layer: Any = layers().Layer


class _Masked(_Layer):
    """A layer with a kernel, its mask and threshold, and maybe a bias of `outputs` elements."""

    def __init__(
        self,
        activation: Any = None,
        use_bias: Any = True,
        kernel_initializer: Any = None,
        bias_initializer: Any = None,
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        activity_regularizer: Any = None,
        trainable: bool = True,
        name: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(trainable=trainable, name=name, activity_regularizer=activity_regularizer, **kwargs)
        self.activation = activation
        self.use_bias = use_bias
        self.kernel_initializer = kernel_initializer
        self.bias_initializer = v1.zeros_initializer() if bias_initializer is None else bias_initializer
        self.kernel_regularizer = kernel_regularizer
        self.bias_regularizer = bias_regularizer

    def _add_mask(self, shape: Any) -> None:
        self.mask = self.add_weight(
            name="mask", shape=shape, initializer=v1.ones_initializer(), trainable=False, dtype=self.dtype
        )

    def _add_kernel(self, shape: Any) -> None:
        self.kernel = self.add_weight(
            name="kernel",
            shape=shape,
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            trainable=True,
            dtype=self.dtype,
        )

    def _add_rest(self, outputs: int) -> None:
        self.threshold = self.add_weight(
            name="threshold", shape=[], initializer=v1.zeros_initializer(), trainable=False, dtype=self.dtype
        )
        self.masked_kernel = v1.multiply(self.mask, self.kernel, MASKED_WEIGHT_NAME)
        collect(self.mask, self.threshold, self.masked_kernel, self.kernel)
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias",
                shape=[outputs],
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                trainable=True,
                dtype=self.dtype,
            )
        self.built = True

    def _activated(self, outputs: Any) -> Any:
        return outputs if self.activation is None else self.activation(outputs)


class MaskedConv2D(_Masked):
    """`tf.layers.Conv2D` whose kernel is multiplied by a mask."""

    def __init__(
        self,
        filters: int,
        kernel_size: Any,
        strides: Any = (1, 1),
        padding: str = "valid",
        data_format: str = "channels_last",
        dilation_rate: Any = (1, 1),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = _pair(kernel_size, "kernel_size")
        self.strides = _pair(strides, "strides")
        self.padding = padding.lower()
        self.data_format = data_format
        self.dilation_rate = _pair(dilation_rate, "dilation_rate")
        self.input_spec = layers().InputSpec(ndim=4)

    def build(self, input_shape: Any) -> None:
        axis = 1 if self.data_format == "channels_first" else -1
        channels = v1.dimension_value(v1.TensorShape(input_shape)[axis])
        if channels is None:
            raise ValueError("The channel dimension of the inputs should be defined. Found `None`.")
        shape = (*self.kernel_size, channels, self.filters)
        self._add_mask(shape)
        self._add_kernel(shape)
        self._add_rest(self.filters)
        self.input_spec = layers().InputSpec(ndim=4, axes={axis: channels})

    def call(self, inputs: Any) -> Any:
        data_format = "NCHW" if self.data_format == "channels_first" else "NHWC"
        outputs = v1.nn.convolution(
            input=inputs,
            filter=self.masked_kernel,
            dilation_rate=self.dilation_rate,
            strides=self.strides,
            padding=self.padding.upper(),
            data_format=data_format,
        )
        if self.bias is not None:
            outputs = v1.nn.bias_add(outputs, self.bias, data_format=data_format)
        return self._activated(outputs)


class MaskedFullyConnected(_Masked):
    """`tf.layers.Dense` whose kernel is multiplied by a mask."""

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.units = units
        self.input_spec = layers().InputSpec(min_ndim=2)

    def build(self, input_shape: Any) -> None:
        size = v1.dimension_value(v1.TensorShape(input_shape)[-1])
        if size is None:
            raise ValueError("The last dimension of the inputs to `Dense` should be defined. Found `None`.")
        self.input_spec = layers().InputSpec(min_ndim=2, axes={-1: size})
        self._add_kernel([size, self.units])
        self._add_mask([size, self.units])
        self._add_rest(self.units)

    def call(self, inputs: Any) -> Any:
        inputs = v1.convert_to_tensor(inputs, dtype=self.dtype)
        shape = inputs.get_shape().as_list()
        if len(shape) > 2:
            outputs = v1.tensordot(inputs, self.masked_kernel, [[len(shape) - 1], [0]])
            outputs.set_shape([*shape[:-1], self.units])
        else:
            outputs = v1.matmul(inputs, self.masked_kernel)
        if self.use_bias:
            outputs = v1.nn.bias_add(outputs, self.bias)
        return self._activated(outputs)

    def compute_output_shape(self, input_shape: Any) -> Any:
        return v1.TensorShape(input_shape).with_rank_at_least(2)[:-1].concatenate(self.units)


def _pair(value: Any, name: str) -> tuple[int, int]:
    pair = (value, value) if isinstance(value, int) else tuple(value)
    if len(pair) != 2 or not all(isinstance(each, int) for each in pair):
        raise ValueError(f"The `{name}` argument must be an integer or a tuple of 2 integers. Received: {value}")
    return pair
