"""What the flows share: `y = x * exp(log_scale) + shift`, where either may be None."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def applied(x: Any, shift: Any, log_scale: Any) -> Any:
    """`x` scaled, then shifted."""
    if log_scale is not None:
        x = x * v1.exp(log_scale)
    return x if shift is None else x + shift


def undone(y: Any, shift: Any, log_scale: Any) -> Any:
    """`y` shifted back, then scaled back."""
    if shift is not None:
        y = y - shift
    return y if log_scale is None else y * v1.exp(-log_scale)


def known_depth(x: Any) -> int:
    """The size of the last axis."""
    depth = v1.dimension_value(x.shape.with_rank_at_least(1)[-1])
    if depth is None:
        raise NotImplementedError("Rightmost dimension must be known prior to graph execution.")
    return int(depth)
