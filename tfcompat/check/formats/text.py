"""For people: a line per finding, then what keeps the project from running."""

from __future__ import annotations

from tfcompat.check.report import Diagnostic, Problem, Report

_SIGNS = {"automatic": "", "care": " [care]", "manual": " [by hand]"}


def render(report: Report) -> str:
    lines = [_line(each) for each in report.diagnostics]
    lines += [f"{place(each)}: {each.text}" for each in report.problems]
    return "\n".join([*lines, *([""] if lines else []), *_summary(report)]) + "\n"


def place(each: Diagnostic | Problem) -> str:
    """`file.py:3:5`, or `notebook.ipynb, cell 2, line 3`."""
    column = getattr(each, "column", 0)
    if each.cell is not None:
        return f"{each.path}:cell {each.cell}:{each.line}" + (f":{column}" if column else "")
    return ":".join(str(part) for part in (each.path, each.line, column) if part)


def _line(each: Diagnostic) -> str:
    arrow = f" -> {each.replacement}" if each.replacement else ""
    return f"{place(each)}: {each.rule}{_SIGNS[each.how]}: {each.name}{arrow}: {each.why}"


def _summary(report: Report) -> list[str]:
    files = "file" if report.files == 1 else "files"
    if not report.diagnostics and not report.problems:
        return [f"{report.files} {files}: nothing of TensorFlow 1 found"]
    counts = {how: sum(each.how == how for each in report.diagnostics) for how in _SIGNS}
    lines = [
        f"{report.files} {files}: {report.clean_files} without findings, {len(report.diagnostics)} findings in the "
        f"others ({counts['automatic']} automatic, {counts['care']} need care, {counts['manual']} by hand)"
        + (f", {len(report.problems)} not read" if report.problems else "")
    ]
    blockers = report.blockers()
    for row in blockers[:15]:
        what = row.replacement or "nothing stands for it"
        lines.append(f"  {row.files:4} {'file ' if row.files == 1 else 'files'}  {row.name} -> {what}{_SIGNS[row.how]}")
    rest = len(blockers) - 15
    return [*lines, f"  and {rest} other names"] if rest > 0 else lines
