"""A branch that is chosen while the graph is built, where that is possible."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1


def static_cond(predicate: Any, if_true: Callable[[], Any], if_false: Callable[[], Any]) -> Any:
    """One of the two functions' results; `tf.cond` if the value of `predicate`, a scalar, is not known yet."""
    known = v1.get_static_value(predicate) if v1.is_tensor(predicate) else predicate
    if known is None:
        return v1.cond(predicate, if_true, if_false)
    return if_true() if known else if_false()
