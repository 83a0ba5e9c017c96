"""`tf.gradients` starts from a constant named `grad_ys_0` and a `Fill`; TensorFlow 2 starts from `tf.ones`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, constant_op, gradients_util
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.gradients_util._DefaultGradYs")
def default_grad_ys(
    original: Callable[..., Any], grad_ys: list[Any], ys: list[Any], colocate: bool, uid: str = "__unsupported__"
) -> list[Any]:
    if len(grad_ys) != len(ys) or any(given is not None for given in grad_ys):
        return original(grad_ys, ys, colocate, uid)
    if any(y.dtype.is_complex for y in ys):
        return original(grad_ys, ys, colocate, uid)
    gradients = []
    for place, y in enumerate(ys):
        with gradients_util._maybe_colocate_with(y.op, uid, colocate):
            shape = array_ops.shape(y)
            one = constant_op.constant(1, dtype=y.dtype, name=f"grad_ys_{place}")
            gradients.append(array_ops.fill(shape, one))
    return gradients
