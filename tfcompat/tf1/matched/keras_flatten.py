"""`tf.layers.flatten` reshapes to the batch size and -1; a later Keras to -1 and the product of the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context
from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.layers.reshaping.flatten.Flatten.call")
def call(original: Callable[..., Any], self: Any, inputs: Any) -> Any:
    if context.executing_eagerly() or inputs.shape.rank is None:
        return original(self, inputs)
    if self.data_format == "channels_first" and inputs.shape.rank > 1:
        inputs = array_ops.transpose(inputs, perm=[0, *range(2, inputs.shape.rank), 1])
    batch = inputs.shape.as_list()[0]
    outputs = array_ops.reshape(inputs, (batch or array_ops.shape(inputs)[0], -1))
    outputs.set_shape(self.compute_output_shape(inputs.shape))
    return outputs
