"""The tables' texts in Chinese: `chinese.json`, key -> [what it is, what to do]."""

from __future__ import annotations

import functools
import json
from importlib import resources

from tfcompat.explain.row import Row

# The README's headings in its Chinese translation.
SECTIONS = {
    "The ways in": "几种用法",
    "What you get": "你得到什么",
    "The packages of that time": "那个年代的包",
}


@functools.cache
def texts() -> dict[str, list[str]]:
    file = resources.files("tfcompat.explain").joinpath("chinese.json")
    found: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def translated(row: Row) -> Row:
    """The row with its texts in Chinese."""
    what, todo = texts()[row.key]
    return row._replace(what=what, todo=todo, section=SECTIONS[row.section])
