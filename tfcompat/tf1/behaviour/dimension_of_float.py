"""A dimension may be a float that is a whole number, such as `channels / 2`, as in 1.15."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.framework.tensor_shape.Dimension.__init__")
def make(original: Callable[..., Any], dimension: Any, value: Any) -> None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    original(dimension, value)
