"""`tf.linspace` is one `LinSpace` op; TensorFlow 2 computes it from seventy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, gen_math_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.linspace_nd")
def linspace(
    original: Callable[..., Any], start: Any, stop: Any, num: Any, name: str | None = None, axis: int = 0
) -> Any:
    if context.executing_eagerly() or axis != 0:
        return original(start, stop, num, name, axis)
    return gen_math_ops.lin_space(start, stop, num, name=name)
