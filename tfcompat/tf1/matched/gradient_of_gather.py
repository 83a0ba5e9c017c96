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
    axis = tensor_util.constant_value(op.inputs[2])
    if axis != 0:
        return original(op, grad)
    return [_rows(_shape(op.inputs[0]), op.inputs[1], grad), None, None]


def _shape(parameters: Any) -> Any:
    with ops.colocate_with(parameters):
        return math_ops.cast(array_ops.shape(parameters, out_type=dtypes.int64), dtypes.int32)


def _rows(shape: Any, indices: Any, grad: Any) -> Any:
    size = array_ops.expand_dims(array_ops.size(indices), 0)
    values = array_ops.reshape(grad, array_ops.concat([size, shape[1:]], 0))
    return indexed_slices.IndexedSlices(values, array_ops.reshape(indices, size), shape)
