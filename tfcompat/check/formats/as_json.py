"""For programs: the report's values as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from tfcompat.check.report import Report
from tfcompat.version import VERSION


def render(report: Report) -> str:
    document = {
        "version": VERSION,
        "files": report.files,
        "clean_files": report.clean_files,
        "findings": [asdict(each) for each in report.diagnostics],
        "problems": [asdict(each) for each in report.problems],
        "blockers": [asdict(each) for each in report.blockers()],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
