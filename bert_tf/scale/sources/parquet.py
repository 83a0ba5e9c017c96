"""Parquet files: a file, or a folder of them."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from bert_tf.scale import arrow
from bert_tf.scale.sources.source import Bad, Piece, Read


class Span(NamedTuple):
    """Rows `start` to `stop` of a row group."""

    path: str
    group: int
    start: int
    stop: int


@dataclass(frozen=True)
class Parquet:
    """See `source.Source`; a piece's place is its spans."""

    schema: Any
    pieces: tuple[Piece, ...]

    def read(self, piece: Piece) -> Read:
        """A column of a row group that is damaged is null in all of the group's rows."""
        pa = arrow.pyarrow()
        tables, bad, row = [], [], piece.start
        for span in piece.place:
            table, damaged = _group(span.path, span.group)
            tables.append(table.slice(span.start, span.stop - span.start).cast(self.schema))
            last = row + span.stop - span.start - 1
            where = f"row group {span.group} of {Path(span.path).name}"
            bad += [Bad(row, last, why, where) for why in damaged]
            row = last + 1
        joined = pa.concat_tables(tables).combine_chunks()
        batches = joined.to_batches()
        empty = [pa.array([], each.type) for each in self.schema]
        return Read(batches[0] if batches else pa.RecordBatch.from_arrays(empty, schema=self.schema), tuple(bad))


def open_(path: Path, columns: Sequence[str], rows: int) -> Parquet:
    """A file's or a folder's source.

    Raises:
      ValueError: it is not parquet, the folder has none, or its files have not the same columns.
    """
    paths = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    paths = [each for each in paths if not each.name.startswith((".", "_"))]
    if not paths:
        raise ValueError(f"the folder {path} has no parquet files.")
    files = [_opened(each) for each in paths]
    schema = files[0].schema_arrow.remove_metadata()
    for each, file in zip(paths, files, strict=True):
        if not file.schema_arrow.remove_metadata().equals(schema):
            raise ValueError(f"{each} has not the columns of {paths[0]}.")
    groups = [
        Span(str(each), group, 0, file.metadata.row_group(group).num_rows)
        for each, file in zip(paths, files, strict=True)
        for group in range(file.metadata.num_row_groups)
    ]
    return Parquet(schema, tuple(_pieces(groups, rows)))


def _pieces(groups: Sequence[Span], rows: int) -> Iterator[Piece]:
    """Pieces of as many rows each, but for the last."""
    number = start = count = 0
    spans: list[Span] = []
    for group in groups:
        first = group.start
        while first < group.stop:
            taken = min(rows - count, group.stop - first)
            spans.append(group._replace(start=first, stop=first + taken))
            first, count = first + taken, count + taken
            if count == rows:
                yield Piece(number, start, count, tuple(spans))
                number, start, count, spans = number + 1, start + count, 0, []
    if spans:
        yield Piece(number, start, count, tuple(spans))


def _opened(path: Path | str) -> Any:
    pa = arrow.pyarrow()
    try:
        return arrow.parquet().ParquetFile(path, page_checksum_verification=True)
    except pa.ArrowInvalid as error:
        raise ValueError(f"{path} is not a parquet file: {error}") from None


@functools.lru_cache(maxsize=1)
def _group(path: str, group: int) -> tuple[Any, tuple[str, ...]]:
    """A row group, kept until another is asked for, since several pieces may lie in it; and what is damaged in it."""
    pa = arrow.pyarrow()
    file = _opened(path)
    try:
        return file.read_row_group(group), ()
    except (OSError, pa.ArrowException):
        pass
    arrays, damaged = [], []
    rows = file.metadata.row_group(group).num_rows
    for field in file.schema_arrow:
        try:
            arrays.append(file.read_row_group(group, columns=[field.name]).column(0))
        except (OSError, pa.ArrowException) as error:
            arrays.append(pa.nulls(rows, field.type))
            damaged.append(f"the column {field.name!r} cannot be read: {error}")
    return pa.table(arrays, schema=file.schema_arrow), tuple(damaged)
