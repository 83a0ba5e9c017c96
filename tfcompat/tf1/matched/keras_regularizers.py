"""`tf.keras.regularizers.L1L2` sums squares, and starts from a Python zero."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import math_ops
from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces


@replaces(
    "tf_keras.src.regularizers.L1L2.__call__",
    "tf_keras.src.regularizers.L1.__call__",
    "tf_keras.src.regularizers.L2.__call__",
)
def penalty(original: Callable[..., Any], self: Any, x: Any) -> Any:
    l1, l2 = getattr(self, "l1", 0.0), getattr(self, "l2", 0.0)
    if not l1 and not l2:
        return module("backend").constant(0.0)
    result: Any = 0.0
    if l1:
        result += l1 * math_ops.reduce_sum(math_ops.abs(x))
    if l2:
        result += l2 * math_ops.reduce_sum(math_ops.square(x))
    return result
