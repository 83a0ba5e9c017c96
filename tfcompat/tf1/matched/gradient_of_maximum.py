"""Gradients of `Maximum`, `Minimum`: `Select` over zeros of the gradient's shape, summed back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, gen_array_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


def _chosen(op: Any, grad: Any, choose: Callable[[Any, Any], Any]) -> Any:
    x, y = op.inputs
    sx, sy = array_ops.shape(x), array_ops.shape(y)
    zeros = array_ops.zeros(array_ops.shape(grad), grad.dtype)
    mask = choose(x, y)
    rx, ry = gen_array_ops.broadcast_gradient_args(sx, sy)
    gx = array_ops.where(mask, grad, zeros)
    gx = array_ops.reshape(math_ops.reduce_sum(gx, rx), sx)
    gy = array_ops.where(mask, zeros, grad)
    return gx, array_ops.reshape(math_ops.reduce_sum(gy, ry), sy)


@replaces_gradient("Maximum")
def maximum(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    return _chosen(op, grad, math_ops.greater_equal)


@replaces_gradient("Minimum")
def minimum(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    return _chosen(op, grad, math_ops.less_equal)
