"""Tells the argument forms of TensorFlow 0.x from those of 1.x, where only one of the two can be meant."""

from __future__ import annotations

import numbers
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


def is_scalar_integer(value: Any) -> bool:
    """A Python or NumPy integer, or a scalar integer tensor: what stands for a dimension."""
    if isinstance(value, (bool, np.bool_)):
        return False
    if isinstance(value, numbers.Integral):
        return True
    if isinstance(value, np.ndarray):
        return value.ndim == 0 and np.issubdtype(value.dtype, np.integer)
    return v1.is_tensor(value) and hasattr(value, "shape") and value.shape.ndims == 0 and value.dtype.is_integer


def is_list(value: Any) -> bool:
    return isinstance(value, (list, tuple))


def is_floating(value: Any) -> bool:
    """Whether a tensor, variable or array holds floating-point numbers."""
    dtype = getattr(value, "dtype", None)
    return dtype is not None and v1.as_dtype(dtype).is_floating


def is_integer(value: Any) -> bool:
    """Whether a tensor, variable or array holds integers."""
    dtype = getattr(value, "dtype", None)
    return dtype is not None and v1.as_dtype(dtype).is_integer
