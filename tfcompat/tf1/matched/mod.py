"""`math_ops.mod`, which other builders call, makes a `FloorMod` of that name; only the `%` operator says `mod`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, gen_math_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.mod")
def mod(original: Callable[..., Any], x: Any, y: Any, name: str | None = None) -> Any:
    if context.executing_eagerly():
        return original(x, y, name=name)
    return gen_math_ops.floor_mod(x, y, name=name)
