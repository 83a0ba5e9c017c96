"""Record batches of texts in, the same with their vectors out: what every way to encode a table goes through."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from bert_tf.scale import arrow
from bert_tf.scale.encoder import Encoder

Batch = Any  # of pyarrow


def appended(
    batches: Iterable[Batch], columns: Sequence[str], name: str, encoder: Encoder, progress: Any = None
) -> Iterator[Batch]:
    """Each batch [n] with a column of vectors, list<float>, in the order in which they come.

    Texts of like length are computed together, over the bounds of the batches. A row without a text, or whose text
    is not UTF-8, has the vector null.

    Args:
      batches: pyarrow's `RecordBatch`es.
      columns: the one that holds the texts, or the two that hold pairs.
      name: what the new column is called.
      encoder: what makes the vectors.
      progress: is told ("texts", how many are done, how many have been read).
    """
    waiting: deque[tuple[Batch, np.ndarray]] = deque()  # which of its rows have a text

    def read() -> Iterator[Any]:
        for batch in batches:
            found = texts(batch, columns)
            waiting.append((batch, np.array([each is not None for each in found], bool)))
            yield from (each for each in found if each is not None)

    ready: np.ndarray = np.zeros((0, 0), np.float32)
    for part in encoder.stream(read(), progress):
        ready = np.concatenate([ready, part]) if len(ready) else part
        while waiting and waiting[0][1].sum() <= len(ready):
            batch, there = waiting.popleft()
            yield _with(batch, name, ready[: there.sum()], there)
            ready = ready[there.sum() :]
    for batch, there in waiting:  # which have no text at all
        yield _with(batch, name, ready, there)


def field(name: str) -> Any:
    """The new column's field."""
    pa = arrow.pyarrow()
    return pa.field(name, pa.list_(pa.field("element", pa.float32(), nullable=False)))


def check(names: Sequence[str], others: Mapping[str, str], columns: Sequence[str], name: str) -> None:
    """Raises ValueError unless the columns are there and hold strings, and none is called as the new one.

    Args:
      names: of all columns that are there.
      others: what those hold that hold no strings.
      columns, name: as for `appended`.
    """
    if not 1 <= len(columns) <= 2:
        raise ValueError(f"one column of texts or two of pairs are expected; received {len(columns)}.")
    for each in columns:
        if list(names).count(each) != 1:
            raise ValueError(f"one column {each!r} is expected; there are {', '.join(names) or 'none'}.")
        if each in others:
            raise ValueError(f"the column {each!r} holds {others[each]}; strings were expected.")
    if name in names:
        raise ValueError(f"there is a column {name!r} already; give the new one another name.")


def check_schema(schema: Any, columns: Sequence[str], name: str) -> None:
    """`check` of pyarrow's schema."""
    others = {each.name: str(each.type) for each in schema if not _holds_strings(each.type)}
    check(schema.names, others, columns, name)


def texts(batch: Batch, columns: Sequence[str]) -> list[Any]:
    """A string for each row, or a pair of them; None where there is none."""
    each = [strings(batch.column(name)) for name in columns]
    if len(each) == 1:
        return each[0]
    return [None if None in pair else pair for pair in zip(*each, strict=True)]


def strings(column: Any) -> list[str | None]:
    """The column's strings; None for a null, and for what is not UTF-8, which pyarrow takes unseen."""
    pa = arrow.pyarrow()
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    try:
        found: list[str | None] = column.to_pylist()
    except UnicodeDecodeError:
        found = [_decoded(each) for each in column.cast(pa.large_binary()).to_pylist()]
    return found


def _decoded(content: bytes | None) -> str | None:
    try:
        return None if content is None else content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _holds_strings(kind: Any) -> bool:
    types = arrow.pyarrow().types
    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _with(batch: Batch, name: str, vectors: np.ndarray, there: np.ndarray) -> Batch:
    pa = arrow.pyarrow()
    width = vectors.shape[1] if vectors.ndim == 2 else 0
    ends = np.concatenate([[0], np.cumsum(there)]) * width  # [n+1]
    values = pa.array(np.ascontiguousarray(vectors).reshape(-1), pa.float32())
    found = pa.ListArray.from_arrays(
        pa.array(ends, pa.int32()), values, type=field(name).type, mask=pa.array(~there, pa.bool_())
    )
    schema = batch.schema.append(field(name))
    return pa.RecordBatch.from_arrays([*batch.columns, found], schema=schema)
