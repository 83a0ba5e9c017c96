"""What files of lines have in common: an index of pieces made in one pass, and rows that are read again from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from bert_tf.scale import arrow
from bert_tf.scale.sources.source import Bad, Piece, Read

Values = Sequence[Any]


class Row(NamedTuple):
    """Where a row begins, in bytes and in lines from 1; its values, or why there are none."""

    offset: int
    line: int
    values: Values | None
    why: str = ""


Rows = Callable[[BinaryIO, int], Iterator[Row]]  # of a file and the number of the line at which it stands


def indexed(rows: Iterable[Row], size: int) -> Iterator[Piece]:
    """Pieces of `size` rows each, whose place is (offset, line)."""
    number = start = count = 0
    place: tuple[int, int] = (0, 0)
    for row in rows:
        if not count:
            place = (row.offset, row.line)
        count += 1
        if count == size:
            yield Piece(number, start, count, place)
            number, start, count = number + 1, start + count, 0
    if count:
        yield Piece(number, start, count, place)


def read(path: str, piece: Piece, rows: Rows, schema: Any) -> Read:
    """A piece's rows as columns of the schema; all of a corrupt row is null.

    Raises:
      ValueError: the file has not the rows any more.
    """
    offset, line = piece.place
    found, bad = [], []
    with Path(path).open("rb") as file:
        file.seek(offset)
        for number, row in zip(range(piece.start, piece.start + piece.rows), rows(file, line), strict=False):
            found.append([None] * len(schema) if row.values is None else row.values)
            if row.why:
                bad.append(Bad(number, number, row.why, f"line {row.line}"))
    if len(found) != piece.rows:
        raise ValueError(f"{path} has changed: {piece.rows} rows were expected from byte {offset} on.")
    columns = list(zip(*found, strict=True))
    pa = arrow.pyarrow()
    arrays = [pa.array(list(each), field.type) for each, field in zip(columns, schema, strict=True)]
    return Read(pa.RecordBatch.from_arrays(arrays, schema=schema), tuple(bad))


def columns_there(path: Path, columns: Sequence[str], names: Sequence[str]) -> None:
    """Raises ValueError unless the file has these columns."""
    for each in columns:
        if each not in names:
            raise ValueError(f"{path} has no column {each!r}; there are {', '.join(names) or 'none'}.")
