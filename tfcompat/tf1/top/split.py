"""`tf.split(value, num_or_size_splits, axis)`, and `tf.split(split_dim, num_split, value)` as before TensorFlow 1.0."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.top.forms import is_scalar_integer


@functools.wraps(v1.split)
def split(*args: Any, **kwargs: Any) -> Any:
    """As `tf.split` of 1.15; a dimension in the first place is the order of 0.x, since a scalar cannot be split."""
    if "split_dim" in kwargs or "num_split" in kwargs:
        return _split_0x(*args, **kwargs)
    if (
        args
        and is_scalar_integer(args[0])
        and ("value" in kwargs or (len(args) > 2 and not is_scalar_integer(args[2])))
    ):
        return _split_0x(*args, **kwargs)
    return v1.split(*args, **kwargs)


def _split_0x(split_dim: Any, num_split: Any, value: Any, name: str = "split") -> Any:
    return v1.split(value, num_split, axis=split_dim, name=name)
