"""The state of beams put in the order of the beams that went on."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def check_rank(values: Any) -> None:
    """ValueError if the rank is not known."""
    if values.shape.ndims is None:
        raise ValueError(f"Expected tensor ({values}) to have known rank, but ndims == None.")


def gathered(
    gather_indices: Any, gather_from: Any, batch_size: Any, range_size: Any, gather_shape: Any, name: str | None = None
) -> Any:
    """From `[batch, range, …]` the entries with the indices `[batch, n]` within each of the batch."""
    with v1.name_scope(name, "tensor_gather_helper"):
        starts = v1.expand_dims(v1.range(batch_size) * range_size, 1)
        places = v1.reshape(gather_indices + starts, [-1])
        output = v1.gather(v1.reshape(gather_from, gather_shape), places)
        rank = 1 + len(gather_shape)
        shape = v1.shape(gather_from)[:rank]
        static = v1.TensorShape([v1.get_static_value(batch_size)]).concatenate(gather_from.shape[1:rank])
        output = v1.reshape(output, shape, name="output")
        output.set_shape(static)
        return output


def gathered_if_beams(
    gather_indices: Any, gather_from: Any, batch_size: Any, range_size: Any, gather_shape: Any
) -> Any:
    """The same for a part of a cell's state; tensor arrays, and what has no beams, stay."""
    if isinstance(gather_from, v1.TensorArray):
        return gather_from
    check_rank(gather_from)
    if gather_from.shape.ndims < len(gather_shape):
        return gather_from
    return gathered(gather_indices, gather_from, batch_size, range_size, gather_shape)
