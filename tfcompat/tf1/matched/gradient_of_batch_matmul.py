"""Gradient of `BatchMatMulV2`: broadcast batches are summed unless both shapes are known and equal as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, gen_array_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("BatchMatMulV2")
def batch_matmul(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, y = op.inputs
    adj_x, adj_y = op.get_attr("adj_x"), op.get_attr("adj_y")
    if adj_x:
        gx = math_ops.matmul(y, grad, adjoint_a=adj_y, adjoint_b=True)
    else:
        gx = math_ops.matmul(grad, y, adjoint_a=False, adjoint_b=not adj_y)
    if adj_y:
        gy = math_ops.matmul(grad, x, adjoint_a=True, adjoint_b=adj_x)
    else:
        gy = math_ops.matmul(x, grad, adjoint_a=not adj_x, adjoint_b=False)
    known = x.get_shape(), y.get_shape()
    if all(shape.is_fully_defined() for shape in known) and known[0] == known[1]:
        return gx, gy
    sx, sy = array_ops.shape(x), array_ops.shape(y)
    rx, ry = gen_array_ops.broadcast_gradient_args(sx[:-2], sy[:-2])
    gx = array_ops.reshape(math_ops.reduce_sum(gx, rx), sx)
    return gx, array_ops.reshape(math_ops.reduce_sum(gy, ry), sy)
