"""One page to hand on: a summary, what blocks the most, and every finding by file. It loads nothing."""

from __future__ import annotations

from html import escape

from tfcompat.check.formats.text import place
from tfcompat.check.report import Diagnostic, Report

_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{text-align:left;padding:.25rem .6rem;
border-bottom:1px solid #ddd;vertical-align:top}code{font:13px ui-monospace,monospace}th{font-weight:600}
.care{color:#8a5a00}.manual{color:#a1141b}.automatic{color:#1d6b2f}
summary{cursor:pointer;font-weight:600;margin:.4rem 0}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}th,td{border-color:#444}
.care{color:#e0b060}.manual{color:#ff8a8a}.automatic{color:#7fd692}}
"""


def render(report: Report) -> str:
    by_file: dict[str, list[Diagnostic]] = {}
    for each in report.diagnostics:
        by_file.setdefault(each.path, []).append(each)
    problems = "".join(f"<li>{escape(place(each))}: {escape(each.text)}</li>" for each in report.problems)
    blockers = "".join(
        f"<tr><td><code>{escape(row.name)}</code></td><td><code>{escape(row.replacement or '-')}</code></td>"
        f"<td class={row.how}>{row.how}</td><td>{row.files}</td><td>{row.uses}</td></tr>"
        for row in report.blockers()
    )
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>TensorFlow 1 in this project</title>"
        f"<style>{_STYLE}</style><h1>TensorFlow 1 in this project</h1>"
        f"<p>{report.files} files, {report.clean_files} of them without findings; "
        f"{len(report.diagnostics)} findings.</p>"
        + (f"<h2>Not read</h2><ul>{problems}</ul>" if problems else "")
        + "<h2>What keeps files from running on plain TensorFlow 2</h2><table><tr><th>name<th>becomes<th>how"
        f"<th>files<th>uses</tr>{blockers}</table><h2>Findings</h2>"
        + "".join(_file(path, found) for path, found in by_file.items())
        + "</html>\n"
    )


def _file(path: str, found: list[Diagnostic]) -> str:
    rows = "".join(
        f"<tr><td>{f'cell {each.cell}, ' if each.cell is not None else ''}{each.line}:{each.column}</td>"
        f"<td>{escape(each.rule)}</td><td><code>{escape(each.name)}</code></td>"
        f"<td><code>{escape(each.replacement or '-')}</code></td><td class={each.how}>{each.how}</td>"
        f"<td>{escape(each.why)}</td></tr>"
        for each in found
    )
    head = "<tr><th>place<th>rule<th>name<th>becomes<th>how<th>why</tr>"
    return f"<details><summary>{escape(path)} ({len(found)})</summary><table>{head}{rows}</table></details>"
