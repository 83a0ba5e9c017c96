"""A convolution layer makes its `nn_ops.Convolution` when it is built, which leaves a `dilation_rate` constant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, nn_ops, tensor_shape
from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.layers.convolutional.base_conv.Conv.build")
def build(original: Callable[..., Any], self: Any, input_shape: Any) -> None:
    original(self, input_shape)
    if context.executing_eagerly() or self.groups > 1:
        return
    padding = "valid" if self.padding == "causal" else self.padding
    to_format = module("utils.conv_utils").convert_data_format
    self._tfcompat_convolution = nn_ops.Convolution(
        tensor_shape.TensorShape(input_shape),
        filter_shape=self.kernel.shape,
        dilation_rate=self.dilation_rate,
        strides=self.strides,
        padding=padding.upper() if isinstance(padding, str) else padding,
        data_format=to_format(self.data_format, self.rank + 2),
    )


@replaces("tf_keras.src.layers.convolutional.base_conv.Conv.convolution_op")
def convolution_op(original: Callable[..., Any], self: Any, inputs: Any, kernel: Any) -> Any:
    made = getattr(self, "_tfcompat_convolution", None)
    return original(self, inputs, kernel) if made is None else made(inputs, kernel)
