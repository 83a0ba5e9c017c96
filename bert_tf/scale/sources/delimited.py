"""Comma- and tab-separated values (RFC 4180), with a header. All columns are strings, since the format has no types."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from bert_tf.scale import arrow
from bert_tf.scale.sources import text_rows
from bert_tf.scale.sources.source import Piece, Read
from bert_tf.scale.sources.text_rows import Row

MOST = 2**20  # bytes of a row, lest a quote that nobody closed takes the rest of the file
OPEN = "a quote is not closed in its line, and with the lines after it makes no row"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Delimited:
    """See `source.Source`."""

    path: str
    delimiter: str
    schema: Any
    pieces: tuple[Piece, ...]

    def read(self, piece: Piece) -> Read:
        """A row that has not as many fields as the header is corrupt, and so is a quote that does not fit."""
        rows = functools.partial(_rows, width=len(self.schema), delimiter=self.delimiter)
        return text_rows.read(self.path, piece, rows, self.schema)


def open_commas(path: Path, columns: Sequence[str], rows: int) -> Delimited:
    """A `.csv`; raises ValueError if it has no header with the columns."""
    return _open(path, columns, rows, ",")


def open_tabs(path: Path, columns: Sequence[str], rows: int) -> Delimited:
    """A `.tsv`; raises ValueError if it has no header with the columns."""
    return _open(path, columns, rows, "\t")


def _open(path: Path, columns: Sequence[str], rows: int, delimiter: str) -> Delimited:
    pa = arrow.pyarrow()
    with path.open("rb") as file:
        header = file.readline()
        try:
            names = _fields(header.removeprefix(_BOM), delimiter)
        except ValueError as error:
            raise ValueError(f"{path} has no header: {error}.") from None
        text_rows.columns_there(path, columns, names)
        if len(set(names)) < len(names):
            raise ValueError(f"{path} has two columns of one name: {', '.join(names)}.")
        pieces = tuple(text_rows.indexed(_rows(file, 2, len(names), delimiter), rows))
    return Delimited(str(path), delimiter, pa.schema([(name, pa.string()) for name in names]), pieces)


def _rows(file: BinaryIO, line: int, width: int, delimiter: str) -> Iterator[Row]:
    """The rows from where the file stands. Of several lines that make no row, only the first is a corrupt one."""
    while first := file.readline():
        offset, content, lines = file.tell() - len(first), first, 1
        if not first.strip():
            line += 1
            continue
        while content.count(b'"') % 2 and len(content) < MOST and (more := file.readline()):
            content, lines = content + more, lines + 1
        try:
            fields = _fields(content, delimiter)
            if len(fields) != width:
                raise ValueError(f"{width} fields were expected; received {len(fields)}")
            yield Row(offset, line, fields)
        except ValueError as error:
            yield Row(offset, line, None, str(error) if lines == 1 else OPEN)
            lines = 1
            file.seek(offset + len(first))
        line += lines


def _fields(content: bytes, delimiter: str) -> list[str]:
    """One row's fields; raises ValueError if they are not UTF-8, or a quote does not fit."""
    csv.field_size_limit(max(csv.field_size_limit(), MOST))  # the process's own; a text may be longer than its default
    try:
        text = content.decode("utf-8")
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 at byte {error.start}") from None
    except csv.Error as error:
        raise ValueError(str(error)) from None
