"""A report as text, JSON, SARIF 2.1.0, GitHub annotations or one HTML page; each module has `render(report)`."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from tfcompat.check.report import Report


def _by(module: str) -> Callable[[Report], str]:
    """The module's `render`; it is loaded when it is first asked for."""

    def render(report: Report) -> str:
        text: str = importlib.import_module(f"{__name__}.{module}").render(report)
        return text

    return render


RENDER: dict[str, Callable[[Report], str]] = {
    name: _by(module)
    for name, module in {
        "text": "text",
        "json": "as_json",
        "sarif": "sarif",
        "github": "github",
        "html": "html",
    }.items()
}
