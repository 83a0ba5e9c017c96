"""Gradient of `Pow`: the broadcast is undone for each side as soon as that side is computed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend import internals_broadcast as broadcast
from tfcompat.backend.internals import array_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("Pow")
def power(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, y = op.inputs
    left, right = broadcast.sides(x, y, grad)
    x, y = math_ops.conj(x), math_ops.conj(y)
    gx = broadcast.undo(left, grad * y * math_ops.pow(x, y - 1))
    z = math_ops.conj(op.outputs[0])
    mask = math_ops.not_equal(x, 0) if x.dtype.is_complex else x > 0
    safe = array_ops.where(mask, x, array_ops.ones_like(x))
    logarithm = array_ops.where(mask, math_ops.log(safe), array_ops.zeros_like(x))
    return gx, broadcast.undo(right, grad * z * logarithm)
