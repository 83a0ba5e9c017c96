"""Two recordings side by side: which values depart, and where first."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from tfcompat.verify.recording import Line, Recording, Run, Value

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]?\b(?:nan|inf)\b")


class Tolerance(NamedTuple):
    """Two numbers are equal if they differ by no more than `absolute + relative * |old|`."""

    relative: float = 1e-4
    absolute: float = 1e-6


@dataclass(frozen=True)
class Row:
    """One value of both sides. `kind` is `fetch`, `variable`, `print` or `missing`; equal rows have `equal` True."""

    kind: str
    run: int
    name: str
    op: str
    line: Line | None
    old_line: Line | None
    equal: bool
    largest: float  # difference, absolute; nan where there is none to tell
    relative: float
    what: str  # the difference in words
    repeatable: bool = True


@dataclass(frozen=True)
class Comparison:
    """Every row, in the order of the program; `first` is the first that departs and could be expected not to."""

    rows: tuple[Row, ...]
    old: Recording
    new: Recording

    @property
    def departing(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.equal and row.repeatable)

    @property
    def first(self) -> Row | None:
        return next(iter(self.departing), None)

    @property
    def compared(self) -> int:
        """How many numbers and arrays both sides have."""
        return sum(row.kind != "missing" for row in self.rows)


def compare(old: Recording, new: Recording, tolerance: Tolerance, again: Recording | None = None) -> Comparison:
    """Aligns the runs of two recordings in order, and compares all they have.

    `again` is another recording of the old side: what differs from it by itself is not held against the new one.
    """
    rows = _rows(old, new, tolerance)
    if again is not None:
        unsteady = {(row.kind, row.run, row.name) for row in _rows(old, again, tolerance) if not row.equal}
        rows = [Row(**{**vars(row), "repeatable": (row.kind, row.run, row.name) not in unsteady}) for row in rows]
    return Comparison(tuple(rows), old, new)


def _rows(old: Recording, new: Recording, tolerance: Tolerance) -> list[Row]:
    rows: list[Row] = []
    for a, b in _aligned(old.runs, new.runs):
        if a is None or b is None:
            rows.append(_missing(a, b))
            continue
        for mine, theirs in zip(a.fetches, b.fetches, strict=False):
            rows.append(_row("fetch", a.number, mine, theirs, b.line, a.line, tolerance))
    for name, value in old.variables.items():
        if name in new.variables:
            rows.append(_row("variable", len(old.runs), value, new.variables[name], None, None, tolerance))
    rows += _printed(old, new, tolerance)
    if bool(old.error) != bool(new.error):
        rows.append(Row("missing", len(old.runs), "end", "", None, None, False, np.nan, np.nan, new.error or old.error))
    return rows


def _aligned(old: list[Run], new: list[Run]) -> list[tuple[Run | None, Run | None]]:
    mine, theirs = [_shape(run) for run in old], [_shape(run) for run in new]
    if mine == theirs:
        return list(zip(old, new, strict=True))
    pairs: list[tuple[Run | None, Run | None]] = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "equal" or i2 - i1 == j2 - j1:
            pairs += zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            pairs += [(run, None) for run in old[i1:i2]]
            pairs += [(None, run) for run in new[j1:j2]]
    return pairs


def _shape(run: Run) -> tuple[int, ...]:
    """What two runs of the same line have in common: how many values, of how many dimensions."""
    return tuple(len(value.shape) for value in run.fetches)


def _missing(a: Run | None, b: Run | None) -> Row:
    run = a or b
    assert run is not None
    side = "old" if b is None else "new"
    names = ", ".join(value.name for value in run.fetches) or "nothing"
    line = b.line if b else None
    old_line = a.line if a else None
    return Row(
        "missing", run.number, names, "", line, old_line, False, np.nan, np.nan, f"only the {side} side ran this"
    )


def _row(
    kind: str, run: int, a: Value, b: Value, line: Line | None, old_line: Line | None, tolerance: Tolerance
) -> Row:
    def row(equal: bool, largest: float, relative: float, what: str) -> Row:
        return Row(kind, run, b.name, b.op or a.op, line, old_line, equal, largest, relative, what)

    if a.array is None or b.array is None:
        same = (a.texts, a.shape) == (b.texts, b.shape) and (a.array is None) == (b.array is None)
        return row(same, np.nan, np.nan, "" if same else f"{a.texts[:1]} became {b.texts[:1]}")
    if a.shape != b.shape:
        return row(False, np.nan, np.nan, f"shape {list(a.shape)} became {list(b.shape)}")
    if a.digest == b.digest and a.dtype == b.dtype:
        return row(True, 0.0, 0.0, "")
    if (a.array.dtype.kind == "f") != (b.array.dtype.kind == "f"):
        return row(False, np.nan, np.nan, f"{a.dtype} became {b.dtype}")
    largest, relative, equal = _distance(a.array, b.array, tolerance)
    return row(equal, largest, relative, "" if equal else f"differs by {largest:.3g}, {relative:.3g} of the old value")


def _distance(a: np.ndarray, b: np.ndarray, tolerance: Tolerance) -> tuple[float, float, bool]:
    """The largest absolute and relative difference, and whether all are within the tolerance."""
    if not a.size:
        return 0.0, 0.0, True
    kind = complex if "c" in (a.dtype.kind, b.dtype.kind) else float
    x: Any = a.astype(kind)
    y: Any = b.astype(kind)
    equal = np.isclose(y, x, rtol=tolerance.relative, atol=tolerance.absolute, equal_nan=True)
    with np.errstate(all="ignore"):
        difference = np.abs(y - x)
        relative = difference / np.maximum(np.abs(x), np.finfo(float).tiny)
    finite = np.isfinite(difference)
    if not finite.any():
        return (0.0, 0.0, bool(equal.all())) if equal.all() else (np.inf, np.inf, False)
    return float(difference[finite].max()), float(relative[finite].max()), bool(equal.all())


def _printed(old: Recording, new: Recording, tolerance: Tolerance) -> list[Row]:
    """The numbers that both sides printed, line by line; lines without numbers and measured times are no numbers."""
    mine = [(text, line) for text, line in old.prints if _NUMBER.search(text)]
    theirs = [(text, line) for text, line in new.prints if _NUMBER.search(text)]
    rows = []
    for number, ((text, old_line), (other, line)) in enumerate(zip(mine, theirs, strict=False)):
        a, b = (np.array([float(each) for each in _NUMBER.findall(each)]) for each in (text, other))
        name = f"printed line {number + 1}"
        if a.shape != b.shape:
            what = f"{text!r} became {other!r}"
            rows.append(Row("print", number, name, "", line, old_line, False, np.nan, np.nan, what))
            continue
        largest, relative, equal = _distance(a, b, tolerance)
        what = "" if equal else f"{text!r} became {other!r}"
        rows.append(Row("print", number, name, "", line, old_line, equal, largest, relative, what))
    if len(mine) != len(theirs):
        what = f"{len(mine)} printed lines with numbers became {len(theirs)}"
        rows.append(Row("print", len(mine), "printed lines", "", None, None, False, np.nan, np.nan, what))
    return rows
