"""`tf.reverse(tensor, axis)`, and `tf.reverse(tensor, dims)` with one bool per dimension as before TensorFlow 1.0."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


def reverse(tensor: Any, axis: Any = None, name: str | None = None, dims: Any = None) -> Any:
    """As `tf.reverse` of 1.15; bools say which dimensions to reverse, which is what they meant in 0.x."""
    wanted = axis if dims is None else dims
    if _holds_bools(wanted):
        if v1.is_tensor(wanted):
            return v1.raw_ops.Reverse(tensor=tensor, dims=wanted, name=name)
        wanted = [at for at, flag in enumerate(wanted) if flag]
        wanted = np.array(wanted, dtype=np.int32)  # an empty list alone would be of floats
    return v1.reverse(tensor, wanted, name=name)


def _holds_bools(dims: Any) -> bool:
    if v1.is_tensor(dims):
        return dims.dtype == v1.bool
    if isinstance(dims, np.ndarray):
        return dims.dtype == np.bool_ and dims.ndim == 1
    return isinstance(dims, (list, tuple)) and bool(dims) and all(isinstance(flag, (bool, np.bool_)) for flag in dims)
