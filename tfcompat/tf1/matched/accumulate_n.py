"""`tf.accumulate_n` makes an `AccumulateNV2`; TensorFlow 2 makes an `AddN`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, gen_math_ops, ops, tensor_shape
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.accumulate_n")
def accumulate_n(
    original: Callable[..., Any], inputs: Any, shape: Any = None, tensor_dtype: Any = None, name: str | None = None
) -> Any:
    if context.executing_eagerly() or not isinstance(inputs, (list, tuple)) or len(inputs) < 2:
        return original(inputs, shape, tensor_dtype, name)
    tensors = [ops.convert_to_tensor(value) for value in inputs]
    known = tensor_shape.TensorShape(shape)
    for tensor in tensors:
        known = known.merge_with(tensor.get_shape())
    return gen_math_ops.accumulate_nv2(tensors, name=name, shape=known)
