"""What the functions of this folder share: the choice between one step and many, and shorter sequences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.conditions import static_cond


def by_length(inputs: Any, one: Callable[[], Any], many: Callable[[], Any]) -> Any:
    """`one()` if T of `inputs`, `[B, T, …]`, is 1, else `many()`; decided in the graph if T is not known."""
    steps = v1.dimension_value(inputs.shape[1]) or v1.shape(inputs)[1]
    return static_cond(v1.equal(steps, 1), one, many)


def without_first(sequence_lengths: Any) -> Any:
    """Lengths of what follows the first step: never below 0."""
    return v1.maximum(v1.constant(0, dtype=sequence_lengths.dtype), sequence_lengths - 1)


def zero_if_empty(values: Any, sequence_lengths: Any) -> Any:
    """`[B]` values, 0 where the length is 0."""
    return v1.where(v1.less_equal(sequence_lengths, 0), v1.zeros_like(values), values)
