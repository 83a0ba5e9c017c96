"""`tf.split` makes a constant of the number of parts before it looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops.split")
def split(
    original: Callable[..., Any],
    value: Any,
    num_or_size_splits: Any,
    axis: Any = 0,
    num: int | None = None,
    name: str = "split",
) -> Any:
    if isinstance(num_or_size_splits, int) and not context.executing_eagerly():
        ops.convert_to_tensor(num_or_size_splits)
    return original(value, num_or_size_splits, axis, num, name)
