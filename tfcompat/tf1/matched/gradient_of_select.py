"""Gradient of `SelectV2`: each side is summed back before the next one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, gen_array_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("SelectV2")
def select_v2(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    condition, x, y = op.inputs
    zeros = array_ops.zeros([], dtype=grad.dtype.base_dtype)
    gx = array_ops.where_v2(condition, grad, zeros)
    sx = array_ops.shape(x)
    output = array_ops.shape(op.outputs[0])
    axes, _ = gen_array_ops.broadcast_gradient_args(sx, output)
    gx = array_ops.reshape(math_ops.reduce_sum(gx, keepdims=True, axis=axes), sx)
    gy = array_ops.where_v2(condition, zeros, grad)
    sy = array_ops.shape(y)
    axes, _ = gen_array_ops.broadcast_gradient_args(sy, output)
    return None, gx, array_ops.reshape(math_ops.reduce_sum(gy, keepdims=True, axis=axes), sy)
