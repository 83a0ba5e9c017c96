"""`csv.reader` of a file that is open for bytes, as Python 2 asked for it: its lines are read as UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any

_READER: Any = csv.reader


def reader(csvfile: Iterable[Any], *args: Any, **kwargs: Any) -> Any:
    """Python's reader; lines that are bytes are made text."""
    return _READER(map(_text, csvfile), *args, **kwargs)


def _text(line: Any) -> Any:
    return line.decode("utf-8", "replace") if isinstance(line, bytes) else line


def give(given: list[tuple[Any, str, Any]]) -> None:
    if csv.reader is not reader:
        given.append((csv, "reader", csv.reader))
        csv.reader = reader
