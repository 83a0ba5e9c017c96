"""Gradients of `Div`, `RealDiv`, `DivNoNan`, `FloorMod`, `Complex`: shapes first, and always summed back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend import internals_broadcast as broadcast
from tfcompat.backend.internals import math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


def _quotient(divide: Callable[[Any, Any], Any], op: Any, grad: Any) -> Any:
    left, right = broadcast.always(*op.inputs)
    x, y = (math_ops.conj(value) for value in op.inputs)
    gx = broadcast.undo(left, divide(grad, y))
    return gx, broadcast.undo(right, grad * divide(divide(-x, y), y))


@replaces_gradient("Div")
def div(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    return _quotient(math_ops.divide, op, grad)


@replaces_gradient("RealDiv")
def realdiv(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    return _quotient(math_ops.realdiv, op, grad)


@replaces_gradient("DivNoNan")
def div_no_nan(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    return _quotient(math_ops.div_no_nan, op, grad)


@replaces_gradient("FloorMod")
def floor_mod(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, y = (math_ops.conj(value) for value in op.inputs)
    left, right = broadcast.always(x, y)
    floor = math_ops.floor_div(x, y)
    gx = broadcast.undo(left, grad)
    return gx, broadcast.undo(right, grad * math_ops.negative(floor))


@replaces_gradient("Complex")
def complex_parts(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    left, right = broadcast.always(*op.inputs)
    return broadcast.undo(left, math_ops.real(grad)), broadcast.undo(right, math_ops.imag(grad))
