"""Gradients of `Reshape`, `Squeeze`, `ExpandDims`, `BroadcastTo`, `StridedSlice`: shapes stay tensors."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, gen_array_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("Reshape")
def reshape(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    shape = array_ops.shape(op.inputs[0])
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Converting sparse IndexedSlices")
        return [array_ops.reshape(grad, shape), None]


@replaces_gradient("BroadcastTo")
def broadcast_to(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    shape = array_ops.shape(op.inputs[0])
    _, axes = gen_array_ops.broadcast_gradient_args(op.inputs[1], shape)
    summed = math_ops.reduce_sum(grad, axis=axes, keepdims=True)
    return [array_ops.reshape(summed, shape), None]


@replaces_gradient("StridedSlice")
def strided_slice(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    begin, end, strides = op.inputs[1:]
    masks = ("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask")
    shape = array_ops.shape(op.inputs[0], out_type=begin.dtype)
    given = {mask: op.get_attr(mask) for mask in masks}
    return gen_array_ops.strided_slice_grad(shape, begin, end, strides, grad, **given), None, None, None
