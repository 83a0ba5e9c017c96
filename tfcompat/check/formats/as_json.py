"""For programs: the report's values as JSON."""

from __future__ import annotations

import json

from tfcompat.check.report import Report
from tfcompat.version import VERSION


def render(report: Report) -> str:
    document = {
        "version": VERSION,
        "files": report.files,
        "clean_files": report.clean_files,
        "findings": [each._asdict() for each in report.diagnostics],
        "problems": [each._asdict() for each in report.problems],
        "blockers": [each._asdict() for each in report.blockers()],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
