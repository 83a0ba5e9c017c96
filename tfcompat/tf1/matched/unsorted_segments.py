"""Unsorted segments: their mean's counts and the rows that negative ids leave out are found with fewer ops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, dtypes, gen_math_ops, math_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops._unsorted_segment_N")
def counts(original: Callable[..., Any], data: Any, segment_ids: Any, num_segments: Any) -> Any:
    if context.executing_eagerly():
        return original(data, segment_ids, num_segments)
    shape = array_ops.shape_internal(segment_ids, out_type=dtypes.int32)
    ones = array_ops.ones(shape, dtype=data.dtype)
    count = gen_math_ops.unsorted_segment_sum(ones, segment_ids, num_segments)
    count = array_ops.reshape(count, [num_segments] + [1] * (data.shape.ndims - segment_ids.shape.ndims))
    return gen_math_ops.maximum(count, 1)


@replaces("tensorflow.python.ops.math_grad._GatherDropNegatives")
def gather_drop_negatives(
    original: Callable[..., Any], params: Any, ids: Any, zero_clipped_indices: Any = None, is_positive: Any = None
) -> Any:
    if context.executing_eagerly():
        return original(params, ids, zero_clipped_indices, is_positive)
    if zero_clipped_indices is None:
        zero_clipped_indices = math_ops.maximum(ids, array_ops.zeros_like(ids))
    gathered = array_ops.gather(params, zero_clipped_indices)
    if is_positive is None:
        is_positive = math_ops.greater_equal(ids, 0)
        for _ in range(gathered.shape.ndims - is_positive.shape.ndims):
            is_positive = array_ops.expand_dims(is_positive, -1)
        is_positive = is_positive & array_ops.ones_like(gathered, dtype=dtypes.bool)
    zeros = array_ops.zeros_like(gathered)
    return array_ops.where(is_positive, gathered, zeros), zero_clipped_indices, is_positive
