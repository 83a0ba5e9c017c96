"""`tf.bincount` is a `Bincount` of an int32 array, or a segment sum of its weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, constant_op, context, dtypes, gen_math_ops, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.bincount_ops.bincount_v1")
def bincount(
    original: Callable[..., Any],
    arr: Any,
    weights: Any = None,
    minlength: Any = None,
    maxlength: Any = None,
    dtype: Any = dtypes.int32,
) -> Any:
    if context.executing_eagerly():
        return original(arr, weights, minlength, maxlength, dtype)
    with ops.name_scope("bincount"):
        arr = ops.convert_to_tensor(arr, name="arr", dtype=dtypes.int32)
        filled = math_ops.reduce_prod(array_ops.shape(arr)) > 0
        size = math_ops.cast(filled, dtypes.int32) * (math_ops.reduce_max(arr) + 1)
        if minlength is not None:
            minlength = ops.convert_to_tensor(minlength, name="minlength", dtype=dtypes.int32)
            size = gen_math_ops.maximum(minlength, size)
        if maxlength is not None:
            maxlength = ops.convert_to_tensor(maxlength, name="maxlength", dtype=dtypes.int32)
            size = gen_math_ops.minimum(maxlength, size)
        if weights is not None:
            weights = ops.convert_to_tensor(weights, name="weights")
            return gen_math_ops.unsorted_segment_sum(weights, arr, size)
        return gen_math_ops.bincount(arr, size, constant_op.constant([], dtype))
