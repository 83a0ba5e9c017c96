"""A report as text, JSON, SARIF 2.1.0, GitHub annotations or one HTML page; each module has `render(report)`."""

from __future__ import annotations

from collections.abc import Callable

from tfcompat.check.formats import as_json, github, html, sarif, text
from tfcompat.check.report import Report

RENDER: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": as_json.render,
    "sarif": sarif.render,
    "github": github.render,
    "html": html.render,
}
