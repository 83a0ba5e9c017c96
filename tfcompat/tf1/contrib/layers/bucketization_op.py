"""The bucket of each number."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def bucketize(input_tensor: Any, boundaries: list[float], name: str | None = None) -> Any:
    """int32 of the input's shape: how many of the sorted boundaries are at most the number."""
    return v1.raw_ops.Bucketize(input=input_tensor, boundaries=boundaries, name=name)
