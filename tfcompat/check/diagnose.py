"""Findings as the user reads them: by file, cell, line and column of the file as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tfcompat.check import left_out
from tfcompat.check.report import Diagnostic
from tfcompat.rewrite.finding import Finding
from tfcompat.rewrite.reading import line_map
from tfcompat.rewrite.source_unit import Part, Unit
from tfcompat.source.edits import Places


class Diagnoser:
    """Places of one unit's findings in its file."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._places: dict[int, tuple[Places, dict[int, int] | None, list[str]]] = {}

    def diagnostic(self, finding: Finding) -> Diagnostic:
        part = self._unit.part_at(finding.start)
        line, column = self._place(part, finding.start)
        end_line, end_column = self._place(part, min(finding.end, part.end))
        return Diagnostic(
            str(self._unit.path), part.number, line, column, end_line, end_column,
            finding.rule, finding.name, finding.replacement, finding.how, finding.why,
        )  # fmt: skip

    def line(self, finding: Finding) -> str:
        """The line of the file that a finding starts on."""
        part = self._unit.part_at(finding.start)
        number, _ = self._place(part, finding.start)
        lines = self._known(part)[2]
        return lines[number - 1] if number <= len(lines) else ""

    def _place(self, part: Part, offset: int) -> tuple[int, int]:
        places, lines, _ = self._known(part)
        line, column = places.place(offset - part.start)
        if lines is not None:
            line = lines.get(line, line)
        return line + part.head.count("\n"), column

    def _known(self, part: Part) -> tuple[Places, dict[int, int] | None, list[str]]:
        if part.start not in self._places:
            text = part.python3.text
            body = part.original[len(part.head) :]
            lines = line_map(body, text) if part.python3.python2 else None
            self._places[part.start] = Places(text), lines, part.original.split("\n")
        return self._places[part.start]


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
