"""The user's own initializers of Keras 1: functions of a shape and a name, which made a variable."""

from __future__ import annotations

import functools
import inspect
from types import FunctionType
from typing import Any

from tfcompat.backend.v1api import v1


def of(function: Any) -> Any:
    """What `add_weight` can call with a shape and a dtype; other initializers, and Keras 2's functions, as they are."""
    if not isinstance(function, FunctionType):
        return function
    parameters = inspect.signature(function).parameters
    if "dtype" in parameters or any(each.kind is each.VAR_KEYWORD for each in parameters.values()):
        return function
    named = {"name": None} if "name" in parameters else {}

    @functools.wraps(function)
    def initializer(shape: Any, dtype: Any = None) -> Any:
        value = function(shape, **named)
        return value.initial_value if isinstance(value, v1.Variable) else value

    return initializer
