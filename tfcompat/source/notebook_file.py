"""A notebook's code cells, and the same file with other sources in them: every other byte stays."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_SPACE = re.compile(r"\s*")
_DECODER = json.JSONDecoder()


class NotANotebook(ValueError):
    """The file is no notebook; the text says why."""


class Cell(NamedTuple):
    """A code cell: its number among all cells (from 1), its source, and where the source's JSON value stands."""

    number: int
    source: str
    start: int
    end: int
    is_list: bool


class Notebook(NamedTuple):
    """The file's text, its code cells, and where its kernel is named, if it is a Python 2 kernel."""

    text: str
    cells: tuple[Cell, ...]
    kernel: tuple[int, int] | None

    def with_sources(self, sources: dict[int, str]) -> bytes:
        """The file with new sources by cell number, and Python 3's kernel in place of Python 2's."""
        edits = [
            (cell.start, cell.end, self._value(cell, sources[cell.number]))
            for cell in self.cells
            if cell.number in sources and sources[cell.number] != cell.source
        ]
        if self.kernel is not None:
            edits.append((*self.kernel, self._kernel()))
        text = self.text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text.encode("utf-8")

    def _value(self, cell: Cell, source: str) -> str:
        old = self.text[cell.start : cell.end]
        escaped = self.text.isascii() and "\\u" in self.text
        if not cell.is_list:
            return json.dumps(source, ensure_ascii=escaped)
        lines = [json.dumps(line, ensure_ascii=escaped) for line in source.splitlines(keepends=True)]
        opening = re.match(r"\[(\s*)", old)
        closing = re.search(r"(\s*)\]$", old)
        first, last = opening.group(1) if opening else "", closing.group(1) if closing else ""
        between = re.search(r"\",(\s*)\"", old)
        step = "," + (between.group(1) if between else first or " ")
        return f"[{first}{step.join(lines)}{last}]"

    def _kernel(self) -> str:
        assert self.kernel is not None
        old = self.text[slice(*self.kernel)]
        value = json.loads(old)
        value.update({"display_name": "Python 3", "language": "python", "name": "python3"})
        space = re.match(r"\{(\s*)", old)
        inside = space.group(1) if space else ""
        closing = re.search(r"(\s*)\}$", old)
        colon = ": " if '": ' in old else ":"
        rows = [f"{json.dumps(key)}{colon}{json.dumps(each)}" for key, each in value.items()]
        return "{" + inside + ("," + (inside or " ")).join(rows) + (closing.group(1) if closing else "") + "}"


def read(data: bytes) -> Notebook:
    """The code cells of a notebook of format 3 or 4.

    Raises:
      NotANotebook: it is no JSON, or has no cells.
    """
    try:
        text = data.decode("utf-8")
        document = json.loads(text)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotANotebook(f"not a notebook: {error}") from None
    if not isinstance(document, dict) or not ("cells" in document or "worksheets" in document):
        raise NotANotebook("not a notebook: it has no cells")
    try:
        cells = tuple(_cells(text))
    except (KeyError, TypeError, ValueError) as error:
        raise NotANotebook(f"not a notebook that can be read: {error}") from None
    return Notebook(text, cells, _kernel(text, document))


def _cells(text: str) -> list[Cell]:
    found: list[Cell] = []
    number = 0
    top = _object(text, _skip(text, 0))
    if "cells" in top:
        lists = [top["cells"][0]]
    else:
        lists = [_object(text, start)["cells"][0] for start, _ in _array(text, top["worksheets"][0])]
    for each in lists:
        for start, _ in _array(text, each):
            number += 1
            cell = _object(text, start)
            if json.loads(text[slice(*cell["cell_type"])]) != "code":
                continue
            span = cell["source"] if "source" in cell else cell["input"]
            value = json.loads(text[slice(*span)])
            source = "".join(value) if isinstance(value, list) else value
            if not isinstance(source, str):
                raise TypeError(f"cell {number} has a source that is no text")
            found.append(Cell(number, source, *span, isinstance(value, list)))
    return found


def _kernel(text: str, document: dict[str, Any]) -> tuple[int, int] | None:
    kernel = document.get("metadata", {}).get("kernelspec")
    if not isinstance(kernel, dict) or not str(kernel.get("name", "")).startswith("python2"):
        return None
    metadata = _object(text, _object(text, _skip(text, 0))["metadata"][0])
    return metadata["kernelspec"]


def _skip(text: str, place: int) -> int:
    return _SPACE.match(text, place).end()  # type: ignore[union-attr]


def _end(text: str, place: int) -> int:
    return int(_DECODER.raw_decode(text, place)[1])


def _object(text: str, place: int) -> dict[str, tuple[int, int]]:
    """Key -> where its value starts and ends, for the object at a place."""
    if text[place] != "{":
        raise TypeError("an object was expected")
    spans = {}
    place = _skip(text, place + 1)
    while text[place] != "}":
        key, place = scanstring(text, place + 1)
        start = _skip(text, _skip(text, place) + 1)
        end = _end(text, start)
        spans[key] = (start, end)
        place = _skip(text, end)
        if text[place] == ",":
            place = _skip(text, place + 1)
    return spans


def _array(text: str, place: int) -> list[tuple[int, int]]:
    """Where each element of the array at a place starts and ends."""
    if text[place] != "[":
        raise TypeError("a list was expected")
    spans = []
    place = _skip(text, place + 1)
    while text[place] != "]":
        end = _end(text, place)
        spans.append((place, end))
        place = _skip(text, end)
        if text[place] == ",":
            place = _skip(text, place + 1)
    return spans
