"""JSON lines: an object a line, each key a column."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from bert_tf.scale import arrow
from bert_tf.scale.sources import text_rows
from bert_tf.scale.sources.source import Piece, Read
from bert_tf.scale.sources.text_rows import Row

_TEXT, _NUMBER, _WHOLE, _TRUTH, _OTHER = "string", "float64", "int64", "bool_", "as JSON"
_KINDS: dict[frozenset[str], str] = {
    frozenset(): _TEXT,
    frozenset([_TEXT]): _TEXT,
    frozenset([_WHOLE]): _WHOLE,
    frozenset([_NUMBER]): _NUMBER,
    frozenset([_NUMBER, _WHOLE]): _NUMBER,
    frozenset([_TRUTH]): _TRUTH,
}  # what a column is by what its values are; any other mixture is kept as JSON


@dataclass(frozen=True)
class JsonLines:
    """See `source.Source`; `kinds`: of the columns, in the schema's order."""

    path: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    schema: Any
    pieces: tuple[Piece, ...]

    def read(self, piece: Piece) -> Read:
        """A line that is no object is corrupt, and so is one whose text is none."""
        rows = functools.partial(
            _rows, columns=self.columns, kinds=dict(zip(self.schema.names, self.kinds, strict=True))
        )
        return text_rows.read(self.path, piece, rows, self.schema)


def open_(path: Path, columns: Sequence[str], rows: int) -> JsonLines:
    """A file's source. A column's type is that of its values; where they differ, or are objects, it holds JSON.

    Raises:
      ValueError: no line has one of the columns.
    """
    pa = arrow.pyarrow()
    seen: dict[str, set[str]] = {}

    def noted(row: Row) -> Row:
        for name, value in ({} if row.values is None else row.values[0]).items():
            seen.setdefault(name, set()).update([] if value is None else [_kind(value)])
        return row

    with path.open("rb") as file:
        pieces = tuple(text_rows.indexed(map(noted, _objects(file, 1)), rows))
    text_rows.columns_there(path, columns, list(seen))
    kinds = [_TEXT if name in columns else _KINDS.get(frozenset(each), _OTHER) for name, each in seen.items()]
    types = [pa.string() if kind == _OTHER else getattr(pa, kind)() for kind in kinds]
    schema = pa.schema(list(zip(seen, types, strict=True)))
    return JsonLines(str(path), tuple(columns), tuple(kinds), schema, pieces)


def _rows(file: BinaryIO, line: int, columns: Sequence[str], kinds: dict[str, str]) -> Iterator[Row]:
    for row in _objects(file, line):
        if row.values is None:
            yield row
            continue
        given = row.values[0]
        why = "; ".join(
            f"{name!r} is no text: {json.dumps(given[name], ensure_ascii=False):.60}"
            if name in given
            else f"no {name!r}"
            for name in columns
            if not isinstance(given.get(name), str)
        )
        yield Row(row.offset, row.line, [_value(given.get(name), kind) for name, kind in kinds.items()], why)


def _objects(file: BinaryIO, line: int) -> Iterator[Row]:
    """The lines from where the file stands, each with its object as its one value."""
    offset = file.tell()
    for content in file:
        if content.strip():
            yield _object(offset, line, content)
        offset, line = offset + len(content), line + 1


def _object(offset: int, line: int, content: bytes) -> Row:
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Row(offset, line, None, f"it is not UTF-8 at byte {error.start}")
    except ValueError as error:
        return Row(offset, line, None, f"it is not JSON: {error}")
    if not isinstance(found, dict):
        return Row(offset, line, None, f"an object was expected; received {type(found).__name__}")
    return Row(offset, line, [found])


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return _TRUTH
    if isinstance(value, int):
        return _WHOLE if -(2**63) <= value < 2**63 else _OTHER
    return {str: _TEXT, float: _NUMBER}.get(type(value), _OTHER)


def _value(value: Any, kind: str) -> Any:
    if value is None or kind == _TEXT:
        return value if isinstance(value, str) else None
    if kind == _OTHER:
        return json.dumps(value, ensure_ascii=False)
    return float(value) if kind == _NUMBER else value
