"""Annotations of GitHub Actions: `::warning file=…,line=…::text`."""

from __future__ import annotations

from tfcompat.check.report import Report

_LEVELS = {"automatic": "warning", "care": "warning", "manual": "error"}


def render(report: Report) -> str:
    lines = []
    for each in report.diagnostics:
        arrow = f" -> {each.replacement}" if each.replacement else ""
        cell = f"cell {each.cell}, line {each.line}: " if each.cell is not None else ""
        place = f"file={_property(each.path)}"
        if each.cell is None:
            place += f",line={each.line},col={each.column},endLine={each.end_line},endColumn={each.end_column}"
        title = _property(f"tfcompat {each.rule}")
        lines.append(f"::{_LEVELS[each.how]} {place},title={title}::{_text(f'{cell}{each.name}{arrow}: {each.why}')}")
    for problem in report.problems:
        line = f",line={problem.line}" if problem.line and problem.cell is None else ""
        cell = f"cell {problem.cell}: " if problem.cell is not None else ""
        lines.append(f"::error file={_property(problem.path)}{line},title=tfcompat::{_text(cell + problem.text)}")
    return "".join(f"{line}\n" for line in lines)


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
