"""A transposed 2-D convolution layer takes all sizes of its input from the graph, known or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, array_ops_stack, context, nn_ops
from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.layers.convolutional.conv2d_transpose.Conv2DTranspose.call")
def call(original: Callable[..., Any], self: Any, inputs: Any) -> Any:
    if context.executing_eagerly():
        return original(self, inputs)
    utilities, backend = module("utils.conv_utils"), module("backend")
    shape = array_ops.shape(inputs)
    batch = shape[0]
    axes = (2, 3) if self.data_format == "channels_first" else (1, 2)
    sizes = [shape[axis] for axis in axes]
    outer = [
        utilities.deconv_output_length(
            size,
            self.kernel_size[place],
            padding=self.padding,
            output_padding=None if self.output_padding is None else self.output_padding[place],
            stride=self.strides[place],
            dilation=self.dilation_rate[place],
        )
        for place, size in enumerate(sizes)
    ]
    whole = (batch, self.filters, *outer) if axes == (2, 3) else (batch, *outer, self.filters)
    outputs = backend.conv2d_transpose(
        inputs,
        self.kernel,
        array_ops_stack.stack(whole),
        strides=self.strides,
        padding=self.padding,
        data_format=self.data_format,
        dilation_rate=self.dilation_rate,
    )
    outputs.set_shape(self.compute_output_shape(inputs.shape))
    if self.use_bias:
        layout = utilities.convert_data_format(self.data_format, ndim=4)
        outputs = nn_ops.bias_add(outputs, self.bias, data_format=layout)
    return outputs if self.activation is None else self.activation(outputs)
