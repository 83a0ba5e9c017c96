"""`iter(variable)` is refused before any op is made, as `tf.Variable` of 1.15 does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.variables.Variable.__iter__")
def iterate(original: Callable[..., Any], variable: Any) -> Any:
    if context.executing_eagerly():
        return original(variable)
    raise TypeError("'Variable' object is not iterable.")
