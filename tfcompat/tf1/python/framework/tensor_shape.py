"""`tensorflow.python.framework.tensor_shape`: the constructors that 1.15 still had."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def scalar() -> Any:
    """The shape of a scalar."""
    return v1.TensorShape([])


def vector(length: Any) -> Any:
    """The shape of a vector, its length known or None."""
    return v1.TensorShape([length])


def matrix(rows: Any, cols: Any) -> Any:
    """The shape of a matrix, each side known or None."""
    return v1.TensorShape([rows, cols])
