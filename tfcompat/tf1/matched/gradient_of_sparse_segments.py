"""Gradients of `SparseSegmentSum`: 1.15 gathered and added up again; TensorFlow 2 has one operation for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("SparseSegmentSum")
def sparse_segment_sum(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    rows = array_ops.shape(op.inputs[0])[0]
    spread = array_ops.gather(grad, op.inputs[2])
    return math_ops.unsorted_segment_sum(spread, op.inputs[1], rows), None, None


@replaces_gradient("SparseSegmentSumWithNumSegments")
def sparse_segment_sum_of_some(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    return (*sparse_segment_sum(original, op, grad), None)
