"""Edits of a text by place: decided first, applied together from the end."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """`text` stands for what lies between the character offsets `start` and `end`."""

    start: int
    end: int
    text: str


class Overlap(ValueError):
    """Two edits want the same characters."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; of insertions at one place the first given comes first.

    Raises:
      Overlap: two different edits meet in the text.
    """
    ordered = sorted(dict.fromkeys(edits), key=lambda each: (each.start, each.end))
    parts, place = [], 0
    for each in ordered:
        if each.start < place:
            raise Overlap(f"two edits at offset {each.start}: {each.text!r}")
        parts += [text[place : each.start], each.text]
        place = each.end
    return "".join([*parts, text[place:]])


class Places:
    """Between the lines and UTF-8 columns that Python's trees give, and offsets in the text."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = list(itertools.accumulate(map((1).__add__, map(len, self._lines)), initial=0))

    def offset(self, line: int, column: int) -> int:
        """The offset of line `line` (from 1) and column `column` in bytes."""
        text = self._lines[line - 1]
        if not text.isascii():
            column = len(text.encode()[:column].decode(errors="ignore"))
        return self._starts[line - 1] + column

    def line(self, number: int) -> str:
        """A line's text, numbered from 1, without its end."""
        return self._lines[number - 1]

    def start(self, number: int) -> int:
        """The offset at which a line, numbered from 1, starts."""
        return self._starts[number - 1]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in characters."""
        line = bisect.bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1
