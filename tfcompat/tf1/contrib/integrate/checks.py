"""What the solvers ask of their arguments."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def dtypes(y0: Any, t: Any, dt: Any = None) -> None:
    """Raises TypeError unless the state is a float or complex, and times are floats."""
    if not (y0.dtype.is_floating or y0.dtype.is_complex):
        raise TypeError("`y0` must have a floating point or complex floating point dtype")
    if not t.dtype.is_floating:
        raise TypeError("`t` must have a floating point dtype")
    if dt is not None and not dt.dtype.is_floating:
        raise TypeError("`dt` must have a floating point dtype")


def increasing(t: Any) -> Any:
    """A context whose operations fail unless the times increase."""
    told = ["`t` must be monotonic increasing"]
    return v1.control_dependencies([v1.Assert(v1.reduce_all(t[1:] > t[:-1]), told)])
