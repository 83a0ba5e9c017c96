"""`tf.split(value, num_or_size_splits, axis)`, and `tf.split(split_dim, num_split, value)` as before TensorFlow 1.0."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.top.forms import is_scalar_integer

_MISSING: Any = object()


def split(
    value: Any = _MISSING,
    num_or_size_splits: Any = _MISSING,
    axis: Any = 0,
    num: int | None = None,
    name: str = "split",
    split_dim: Any = _MISSING,
    num_split: Any = _MISSING,
) -> Any:
    """As `tf.split` of 1.15; a dimension in the first place is the order of 0.x, since a scalar cannot be split."""
    if split_dim is not _MISSING:  # tf.split(split_dim=1, num_split=2, value=x), or value positional
        axis = split_dim
    elif is_scalar_integer(value) and not is_scalar_integer(axis):
        value, axis = axis, value
        if isinstance(num, str):  # 0.x had the name in fourth place
            name, num = num, None
    if num_split is not _MISSING:
        num_or_size_splits = num_split
    if value is _MISSING or num_or_size_splits is _MISSING:
        raise TypeError("tf.split expected a value and num_or_size_splits")
    return v1.split(value, num_or_size_splits, axis=axis, num=num, name=name)
