"""SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from tfcompat.check.report import Diagnostic, Report
from tfcompat.rewrite import fixers
from tfcompat.version import VERSION

_LEVELS = {"automatic": "warning", "care": "warning", "manual": "error"}


def render(report: Report) -> str:
    used = sorted({each.rule for each in report.diagnostics})
    rules = fixers.rules()
    driver = {
        "name": "tfcompat",
        "version": VERSION,
        "rules": [
            {"id": each, "shortDescription": {"text": rules[each].title}, "fullDescription": {"text": rules[each].why}}
            for each in used
        ],
    }
    notes = [
        {"level": "error", "message": {"text": each.text}, "locations": [_location(each.path, max(each.line, 1))]}
        for each in report.problems
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, used.index(each.rule)) for each in report.diagnostics],
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False) + "\n"


def _result(each: Diagnostic, index: int) -> dict[str, Any]:
    arrow = f" becomes {each.replacement}" if each.replacement else ""
    cell = f"cell {each.cell}, line {each.line}: " if each.cell is not None else ""
    place = _location(each.path, each.line, each) if each.cell is None else _location(each.path, 1)
    return {
        "ruleId": each.rule,
        "ruleIndex": index,
        "level": _LEVELS[each.how],
        "message": {"text": f"{cell}{each.name}{arrow}: {each.why}"},
        "locations": [place],
        "properties": {"how": each.how},
    }


def _location(path: str, line: int, each: Diagnostic | None = None) -> dict[str, Any]:
    region = {"startLine": line}
    if each is not None:
        region |= {"startColumn": each.column, "endLine": each.end_line, "endColumn": each.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": PurePath(path).as_posix()}, "region": region}}
