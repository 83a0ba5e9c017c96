"""How well a query fits each place of the memory, by Luong (arXiv:1508.04025) and Bahdanau (arXiv:1409.0473)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def luong_score(query: Any, keys: Any, scale: Any) -> Any:
    """`[batch, time]` products of `[batch, depth]` and `[batch, time, depth]`, times `scale` if it is not None.

    Raises:
      ValueError: the depths differ.
    """
    depth, units = query.get_shape()[-1], keys.get_shape()[-1]
    if v1.dimension_value(depth) != v1.dimension_value(units):
        raise ValueError(
            f"Incompatible or unknown inner dimensions between query and keys.  Query ({query}) has units: {depth}.  "
            f"Keys ({keys}) have units: {units}.  Perhaps you need to set num_units to the keys' dimension ({units})?"
        )
    score = v1.squeeze(v1.matmul(v1.expand_dims(query, 1), keys, transpose_b=True), [1])
    return score if scale is None else scale * score


def bahdanau_score(query: Any, keys: Any, attention_v: Any, attention_g: Any = None, attention_b: Any = None) -> Any:
    """`[batch, time]` from `[batch, units]` and `[batch, time, units]`; normalized if `g` and `b` are given."""
    query = v1.expand_dims(query, 1)
    if attention_g is None or attention_b is None:
        return v1.reduce_sum(attention_v * v1.tanh(keys + query), [2])
    direction = attention_g * attention_v * v1.rsqrt(v1.reduce_sum(v1.square(attention_v)))
    return v1.reduce_sum(direction * v1.tanh(keys + query + attention_b), [2])
