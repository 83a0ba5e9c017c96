"""Gradients of `Gather`, `GatherV2`: the shape of the parameters is taken as int64 and cast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, dtypes, indexed_slices, math_ops, ops, tensor_util
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("Gather")
def gather(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    return [_rows(_shape(op.inputs[0]), op.inputs[1], grad), None]


@replaces_gradient("GatherV2")
def gather_v2(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    parameters, indices, axis = op.inputs
    shape = _shape(parameters)
    if tensor_util.constant_value(axis) == 0:
        return [_rows(shape, indices, grad), None, None]
    if op.get_attr("batch_dims"):
        return original(op, grad)
    indices_size = array_ops.expand_dims(array_ops.size(indices), 0)
    outer, inner = shape[:axis], shape[axis:][1:]
    values_shape = array_ops.concat([outer, [-1], inner], 0)
    rank, place = array_ops.size(values_shape), array_ops.size(outer)
    batches = math_ops.range(0)
    before = math_ops.range(0, place)
    after = math_ops.range(place + 1, rank)
    values = array_ops.reshape(grad, values_shape)
    to_front = array_ops.concat([batches, [place], before, after], 0)
    values = array_ops.transpose(values, to_front)
    rows = shape[axis]
    # The size that 1.15's helper computes for itself, after the one that it is given.
    indices_size = array_ops.expand_dims(array_ops.size(indices), 0)
    summed = math_ops.unsorted_segment_sum(values, array_ops.reshape(indices, indices_size), rows)
    back = array_ops.concat([batches, before + 1, [0], after], 0)
    return [array_ops.transpose(summed, back), None, None]


def _shape(parameters: Any) -> Any:
    with ops.colocate_with(parameters):
        return math_ops.cast(array_ops.shape(parameters, out_type=dtypes.int64), dtypes.int32)


def _rows(shape: Any, indices: Any, grad: Any) -> Any:
    size = array_ops.expand_dims(array_ops.size(indices), 0)
    values = array_ops.reshape(grad, array_ops.concat([size, shape[1:]], 0))
    return indexed_slices.IndexedSlices(values, array_ops.reshape(indices, size), shape)
