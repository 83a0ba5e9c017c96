"""Findings as the user reads them: by file, cell, line and column of the file as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tfcompat.check import left_out
from tfcompat.check.report import Diagnostic
from tfcompat.rewrite.finding import Finding
from tfcompat.rewrite.reading import line_map
from tfcompat.rewrite.source_unit import Part, Unit
from tfcompat.source.edits import Places


class _Known(NamedTuple):
    """What places in a part need: `lines` are those of the file by those of its translation, if it was Python 2."""

    places: Places
    lines: dict[int, int] | None
    above: int  # lines of the cell before the text
    indent: int


class Diagnoser:
    """Places of one unit's findings in its file."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._path = str(unit.path)
        self._parts: dict[int, _Known] = {}

    def diagnostic(self, finding: Finding) -> Diagnostic:
        part = self._unit.part_at(finding.start)
        known = self._parts.get(part.start) or self._looked_at(part)
        line, column = _place(known, finding.start - part.start)
        end_line, end_column = _place(known, min(finding.end, part.end) - part.start)
        return Diagnostic(
            self._path, part.number, line, column, end_line, end_column,
            finding.rule, finding.name, finding.replacement, finding.how, finding.why,
        )  # fmt: skip

    def line(self, finding: Finding) -> str:
        """The line of the file that a finding starts on."""
        part = self._unit.part_at(finding.start)
        number, _ = _place(self._parts.get(part.start) or self._looked_at(part), finding.start - part.start)
        lines = part.original.split("\n")
        return lines[number - 1] if number <= len(lines) else ""

    def _looked_at(self, part: Part) -> _Known:
        text = part.python3.text
        lines = line_map(part.original[len(part.head) :], text) if part.python3.python2 else None
        module = self._unit.module
        whole = module is not None and module.text is text
        places = module.places if module is not None and whole else Places(text)
        known = self._parts[part.start] = _Known(places, lines, part.head.count("\n"), len(part.indent))
        return known


def _place(known: _Known, offset: int) -> tuple[int, int]:
    line, column = known.places.place(offset)
    if known.lines is not None:
        line = known.lines.get(line, line)
    return line + known.above, column + known.indent


def leaver(unit: Unit, select: frozenset[str], ignore: frozenset[str]) -> Callable[[Finding], bool]:
    """Whether a finding of a unit is one that the user does not want."""
    diagnoser = Diagnoser(unit)
    text = "".join(part.original for part in unit.parts)
    comments = "tfcompat:" in text

    def leave(finding: Finding) -> bool:
        if not left_out.wanted(finding.rule, select, ignore):
            return True
        if not comments:
            return False
        return left_out.by_comment(diagnoser.line(finding), finding.rule) or left_out.whole_file(text, finding.rule)

    return leave


def diagnostics(unit: Unit, found: list[Finding]) -> Iterator[Diagnostic]:
    diagnoser = Diagnoser(unit)
    for each in found:
        yield diagnoser.diagnostic(each)
