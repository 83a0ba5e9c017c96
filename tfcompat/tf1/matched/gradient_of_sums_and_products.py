"""Gradients of `Add`, `AddV2`, `Sub`, `Mul` and `SquaredDifference`: a broadcast is looked at before it is undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend import internals_broadcast as broadcast
from tfcompat.backend.internals import dtypes, gen_math_ops, math_ops, ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("Add", "AddV2")
def add(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, y = op.inputs
    if broadcast.same_shape(x, y, grad):
        return grad, grad
    left, right = broadcast.sides(x, y, grad)
    return broadcast.undo(left, grad), broadcast.undo(right, grad)


@replaces_gradient("Sub")
def sub(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, y = op.inputs
    if broadcast.same_shape(x, y, grad):
        return grad, -grad
    left, right = broadcast.sides(x, y, grad)
    return broadcast.undo(left, grad), broadcast.undo(right, -grad)


@replaces_gradient("Mul")
def mul(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, y = op.inputs
    if broadcast.same_shape(x, y, grad) and grad.dtype in (dtypes.int32, dtypes.float32):
        return gen_math_ops.mul(grad, y), gen_math_ops.mul(grad, x)
    left, right = broadcast.sides(x, y, grad)
    x, y = math_ops.conj(x), math_ops.conj(y)
    gx = broadcast.undo(left, gen_math_ops.mul(grad, y))
    return gx, broadcast.undo(right, gen_math_ops.mul(x, grad))


@replaces_gradient("SquaredDifference")
def squared_difference(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, y = op.inputs
    with ops.control_dependencies([grad]):
        flowing = math_ops.scalar_mul(2.0, grad) * (x - y)
    if broadcast.same_shape(x, y, grad):
        return flowing, -flowing
    left, right = broadcast.sides(x, y, grad)
    gx = broadcast.undo(left, flowing)
    return gx, -broadcast.undo(right, flowing)
