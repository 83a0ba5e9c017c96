"""`tf.TensorArray` with the names that two of its methods had before TensorFlow 1.0; the class is TensorFlow's own."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

TensorArray: Any = v1.TensorArray


def pack(self: Any, name: str | None = None) -> Any:
    """`stack` since 1.0."""
    return self.stack(name=name)


def unpack(self: Any, value: Any, name: str | None = None) -> Any:
    """`unstack` since 1.0."""
    return self.unstack(value, name=name)


for _method in (pack, unpack):
    if not hasattr(TensorArray, _method.__name__):
        setattr(TensorArray, _method.__name__, _method)
