"""`RegisterShape` of `tensorflow.python.framework.ops`: 1.15 keeps the decorator, and it does nothing there either."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class RegisterShape:
    """Accepts the shape function of an op and leaves shapes to the op itself, as 1.15 does."""

    def __init__(self, op_type: str) -> None:
        self._op_type = op_type

    def __call__(self, f: Callable[..., Any] | None) -> Callable[..., Any] | None:
        return f
