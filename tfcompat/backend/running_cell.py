"""Which cell of a notebook is running, and whether it ran before: what it defines again replaces what it defined."""

from __future__ import annotations

import sys
from typing import NamedTuple


class Cell(NamedTuple):
    """`source`: its text; `run`: how many cells ran before this one; `times`: how often this text ran before."""

    source: str
    run: int
    times: int


current: Cell | None = None
_times: dict[str, int] = {}
_runs = 0
_said: set[str] = set()


def start(source: str) -> None:
    """A cell with this text starts."""
    global current, _runs
    current = Cell(source, _runs, _times.get(source, 0))
    _times[source] = current.times + 1
    _runs += 1
    _said.clear()


def forget() -> None:
    """There is no notebook (any more)."""
    global current
    current = None
    _times.clear()


def ran_before(made_in: Cell | None) -> bool:
    """Whether something made in a cell was made by an earlier run of the cell that is running."""
    return (
        current is not None and made_in is not None and made_in.source == current.source and made_in.run < current.run
    )


def remark(text: str) -> None:
    """Says something about the running cell, once."""
    if text not in _said:
        _said.add(text)
        print(f"tfcompat: {text}", file=sys.stderr)
