"""Texts of like length together, as many as their tokens allow, and nothing kept of their padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

Ids = Sequence[int]


class Batch(NamedTuple):
    """What `FastModel.packed` takes: [n] three times, [B,T], [n], [B,T], all int32."""

    ids: np.ndarray
    positions: np.ndarray
    token_types: np.ndarray
    row_of: np.ndarray
    place_of: np.ndarray
    mask: np.ndarray


def grouped(lengths: Sequence[int], most_tokens: int) -> Iterator[np.ndarray]:
    """Which texts go together, the longest first: each group's count times its longest is at most `most_tokens`."""
    order = np.argsort(-np.asarray(lengths, np.int64), kind="stable")
    start = 0
    while start < len(order):
        count = max(1, most_tokens // max(1, lengths[order[start]]))
        yield order[start : start + count]
        start += count


def pack(ids: Sequence[Ids], token_types: Sequence[Ids]) -> Batch:
    """The real tokens of some texts in one row, and where each lies."""
    lengths = np.array([len(each) for each in ids], np.int32)  # [B]
    tokens = int(lengths.max())
    mask = np.arange(tokens, dtype=np.int32) < lengths[:, np.newaxis]  # [B,T]
    place_of: np.ndarray = np.flatnonzero(mask).astype(np.int32)  # [n]
    row_of = np.where(mask, mask.cumsum().reshape(mask.shape) - 1, 0).astype(np.int32)  # [B,T]
    return Batch(_joined(ids), place_of % tokens, _joined(token_types), row_of, place_of, mask.astype(np.int32))


def unpacked(batch: Batch) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ids, mask and token types [B,T] of a batch; padding is 0."""
    return _grid(batch.ids, batch), batch.mask, _grid(batch.token_types, batch)


def _grid(row: np.ndarray, batch: Batch) -> np.ndarray:
    found: np.ndarray = np.zeros(batch.mask.shape, np.int32)
    found.flat[batch.place_of] = row
    return found


def _joined(rows: Sequence[Ids]) -> np.ndarray:
    return np.concatenate([np.asarray(each, np.int32) for each in rows])
