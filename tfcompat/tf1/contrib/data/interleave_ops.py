"""`sloppy_interleave`: elements of several datasets, whichever comes first."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def sloppy_interleave(map_func: Any, cycle_length: Any, block_length: Any = 1) -> Any:
    """`tf.contrib.data.sloppy_interleave` of 1.15."""
    return v1.data.experimental.parallel_interleave(map_func, cycle_length, block_length, sloppy=True)
