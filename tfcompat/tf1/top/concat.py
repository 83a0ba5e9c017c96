"""`tf.concat(values, axis)`, and `tf.concat(concat_dim, values)` as before TensorFlow 1.0."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.top.forms import is_list, is_scalar_integer


@functools.wraps(v1.concat)
def concat(*args: Any, **kwargs: Any) -> Any:
    """As `tf.concat` of 1.15; a dimension followed by a list is the order of 0.x, which 1.15 refuses."""
    if "concat_dim" in kwargs:
        return _concat_0x(*args, **kwargs)
    if args and is_scalar_integer(args[0]) and ("values" in kwargs or (len(args) > 1 and is_list(args[1]))):
        return _concat_0x(*args, **kwargs)
    return v1.concat(*args, **kwargs)


def _concat_0x(concat_dim: Any, values: Any, name: str = "concat") -> Any:
    return v1.concat(values, concat_dim, name=name)
