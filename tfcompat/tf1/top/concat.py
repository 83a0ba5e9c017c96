"""`tf.concat(values, axis)`, and `tf.concat(concat_dim, values)` as before TensorFlow 1.0."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.top.forms import is_list, is_scalar_integer

_MISSING: Any = object()


def concat(values: Any = _MISSING, axis: Any = _MISSING, name: str = "concat", concat_dim: Any = _MISSING) -> Any:
    """As `tf.concat` of 1.15; a dimension followed by a list is the order of 0.x, which 1.15 refuses."""
    if concat_dim is not _MISSING:
        axis = concat_dim
    elif is_list(axis) and is_scalar_integer(values):
        values, axis = axis, values
    elif axis is _MISSING and is_scalar_integer(values):
        raise TypeError(f"tf.concat expected values and an axis, but received the dimension {values!r} alone")
    if values is _MISSING or axis is _MISSING:
        raise TypeError("tf.concat expected both values and axis")
    return v1.concat(values, axis, name=name)
