"""What each dimension of a grid of cells is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Dimension(NamedTuple):
    """One dimension; `non_recurrent_fn` is the activation of a layer in place of a cell, or None."""

    idx: int
    is_input: bool
    is_output: bool
    is_priority: bool
    non_recurrent_fn: Callable[[Any], Any] | None


class Grid(NamedTuple):
    """All of them; the lists hold places of dimensions."""

    num_dims: int
    dims: list[Dimension]
    inputs: list[int]
    outputs: list[int]
    recurrents: list[int]
    priority: list[int]
    non_priority: list[int]
    tied: bool
    num_units: int


def grid(
    num_dims: int,
    input_dims: Any,
    output_dims: Any,
    priority_dims: Any,
    non_recurrent_dims: Any,
    non_recurrent_fn: Callable[[Any], Any],
    tied: bool,
    num_units: int,
) -> Grid:
    """From what the cell was made with: each a number, a list of numbers, or None.

    Raises:
      ValueError: a number is no dimension.
    """
    inputs, outputs, priority, non_recurrent = (
        _places(each, num_dims) for each in (input_dims, output_dims, priority_dims, non_recurrent_dims)
    )
    dims = [
        Dimension(
            place,
            place in inputs,
            place in outputs,
            place in priority,
            non_recurrent_fn if place in non_recurrent else None,
        )
        for place in range(num_dims)
    ]
    recurrents = [place for place in range(num_dims) if place not in non_recurrent]
    others = [place for place in range(num_dims) if place not in priority]
    return Grid(num_dims, dims, inputs, outputs, recurrents, priority, others, tied, num_units)


def _places(given: Any, num_dims: int) -> list[int]:
    every = [] if given is None else list(given) if isinstance(given, (list, tuple)) else [given]
    places = sorted(set(every))
    if any(place < 0 or place >= num_dims for place in places):
        raise ValueError(f"Invalid dims: {places}. Must be in [0, {num_dims})")
    return places
