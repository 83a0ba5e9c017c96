"""Rows out of CSV, JSON lines, `tf.data` and plain mappings; what is wrong with one is told by its file and number."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

READERS = {".csv": "comma", ".tsv": "tab", ".jsonl": "json", ".ndjson": "json", ".json": "json"}


class BadRow(ValueError):
    """A row cannot be used; the text names its file, its number, what was expected and what was received."""


class Row(NamedTuple):
    """`place`: such as `train.csv, row 7`, where rows are counted from 1 and a heading is not one."""

    place: str
    values: Mapping[str, Any]

    def get(self, name: str) -> Any:
        """A column's value.

        Raises:
          BadRow: there is none.
        """
        if self.values.get(name) is None:
            raise BadRow(f"{self.place}: a column {name!r} was expected; it has {', '.join(map(str, self.values))}.")
        return self.values[name]

    def text(self, name: str) -> str:
        """A column's text.

        Raises:
          BadRow: there is none, or nothing but blanks.
        """
        found = self.get(name)
        if not isinstance(found, str):
            raise BadRow(f"{self.place}: {name} is a text; received {found!r:.60}.")
        if not found.strip():
            raise BadRow(f"{self.place}: {name} is empty.")
        return found

    def bad(self, text: str) -> BadRow:
        """The error that says this of the row."""
        return BadRow(f"{self.place}: {text}")


def rows(source: Any) -> list[Row]:
    """The rows of a file whose name ends in one of `READERS`, of mappings, or of a `tf.data.Dataset` of mappings.

    Raises:
      FileNotFoundError: there is no such file.
      ValueError: its name ends otherwise, or it has no row.
      BadRow: a row is damaged.
    """
    if isinstance(source, (str, Path)):
        found = list(_of_file(Path(source)))
    else:
        found = [Row(f"row {number}", _plain(number, each)) for number, each in enumerate(_elements(source), 1)]
    if not found:
        raise ValueError(f"{source if isinstance(source, (str, Path)) else 'the data'} has no row.")
    return found


def _of_file(path: Path) -> Iterator[Row]:
    kind = READERS.get(path.suffix.lower())
    if kind is None:
        raise ValueError(f"{path}: a file that ends in {', '.join(READERS)} was expected.")
    if not path.is_file():
        raise FileNotFoundError(f"no file {path}.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8: {error}.") from None
    yield from _json_lines(path, text) if kind == "json" else _separated(path, text, "," if kind == "comma" else "\t")


def _separated(path: Path, text: str, mark: str) -> Iterator[Row]:
    lines = csv.reader(text.splitlines(keepends=True), delimiter=mark, strict=True)
    try:
        names = next(lines, [])
        for number, values in enumerate(filter(None, lines), 1):
            place = f"{path}, row {number}"
            if len(values) != len(names):
                raise BadRow(f"{place}: {len(names)} columns were expected, as in the heading; it has {len(values)}.")
            yield Row(place, dict(zip(names, values, strict=True)))
    except csv.Error as error:
        raise BadRow(f"{path}, line {lines.line_num}: {error}.") from None


def _json_lines(path: Path, text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        place = f"{path}, row {number}"
        try:
            values = json.loads(line)
        except ValueError as error:
            raise BadRow(f"{place}: a JSON object was expected; {error}.") from None
        if not isinstance(values, dict):
            raise BadRow(f"{place}: a JSON object was expected; received {line.strip()!r:.60}.")
        yield Row(place, values)


def _elements(source: Any) -> Iterable[Any]:
    return source.as_numpy_iterator() if hasattr(source, "as_numpy_iterator") else source


def _plain(number: int, values: Any) -> Mapping[str, Any]:
    """A mapping with strings for bytes and Python's numbers and lists for arrays."""
    if not isinstance(values, Mapping):
        raise BadRow(f"row {number}: a mapping of columns was expected; received a {type(values).__name__}.")
    return {str(name): _value(each) for name, each in values.items()}


def _value(each: Any) -> Any:
    each = each.tolist() if hasattr(each, "tolist") else each
    if isinstance(each, bytes):
        return each.decode("utf-8")
    return [_value(one) for one in each] if isinstance(each, list) else each
