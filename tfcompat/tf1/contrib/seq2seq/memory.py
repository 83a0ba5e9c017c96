"""The memory that attention looks into."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.probabilities import refuse_both


def prepared(
    memory: Any, memory_sequence_length: Any = None, memory_mask: Any = None, check_inner_dims_defined: bool = True
) -> Any:
    """A nest of `[batch, time, …]`, with zeros past the lengths, int `[batch]`, or outside the mask, `[batch, time]`.

    Raises:
      ValueError: both lengths and a mask are given, or a dimension after the second is not known and must be.
    """
    memory = v1.nest.map_structure(lambda each: v1.convert_to_tensor(each, name="memory"), memory)
    refuse_both(memory_sequence_length, memory_mask)
    if memory_sequence_length is not None:
        memory_sequence_length = v1.convert_to_tensor(memory_sequence_length, name="memory_sequence_length")
    if check_inner_dims_defined:
        v1.nest.map_structure(_check_inner, memory)
    first = v1.nest.flatten(memory)[0]
    if memory_sequence_length is not None:
        mask = v1.sequence_mask(memory_sequence_length, maxlen=v1.shape(first)[1], dtype=first.dtype)
    elif memory_mask is not None:
        mask = v1.cast(memory_mask, dtype=first.dtype)
    else:
        return memory
    return v1.nest.map_structure(lambda each: _masked(each, mask), memory)


def _check_inner(values: Any) -> None:
    if not values.get_shape()[2:].is_fully_defined():
        raise ValueError(
            f"Expected memory {values.name} to have fully defined inner dims, but saw shape: {values.get_shape()}"
        )


def _masked(values: Any, mask: Any) -> Any:
    rank = values.get_shape().ndims
    rank = v1.rank(values) if rank is None else rank
    ones = v1.ones(rank - 2, dtype=v1.int32)
    return values * v1.reshape(mask, v1.concat((v1.shape(mask), ones), 0))
