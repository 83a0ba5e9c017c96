"""Rows of two kinds put into one batch."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def mixed(like: Any, places: Any, rows: Any, other_places: Any, other_rows: Any) -> Any:
    """A tensor with the shape of `like`: `rows` at `places`, int32 `[n, 1]`, and the others at theirs."""
    shape = v1.shape(like)
    one = v1.scatter_nd(indices=places, updates=rows, shape=shape)
    return one + v1.scatter_nd(indices=other_places, updates=other_rows, shape=shape)
