"""Sequences as `batch_sequences_with_states` queues them: padded to whole segments, sparse ones behind handles."""

from __future__ import annotations

import numbers
from collections.abc import Sequence
from typing import Any

from tfcompat.backend.internals import control_flow_ops, sparse_ops, tensor_lib
from tfcompat.backend.v1api import v1

_FROM_CONTEXT = "_context_in_seq_"


def is_sparse(value: Any) -> bool:
    return isinstance(value, (v1.SparseTensor, v1.SparseTensorValue))


def sparse_keys(table: dict[str, Any]) -> list[str]:
    return [key for key in sorted(table) if is_sparse(table[key])]


def padding(sequences: Any, num_unroll: Any) -> tuple[Any, dict[str, Any]]:
    """The length of all sequences, int32 scalar, and the sequences with zeros up to a multiple of `num_unroll`.

    Raises:
      TypeError, ValueError: the arguments are not a dictionary of named tensors and an integer.
    """
    if not isinstance(num_unroll, numbers.Integral):
        raise ValueError(f"Unsupported num_unroll expected int, got: {num_unroll}")
    if not isinstance(sequences, dict):
        raise TypeError(f"Unsupported sequences expected dict, got: {sequences}")
    for key in sequences:
        if not isinstance(key, str):
            raise TypeError(f"Unsupported sequences key expected string, got: {key}")
    if not sequences:
        return 0, {}
    tensors = {
        key: value if is_sparse(value) else v1.convert_to_tensor(value) for key, value in sorted(sequences.items())
    }
    length = _common_length(tensors)
    unroll = v1.constant(num_unroll)
    padded = length + (unroll - length % unroll) % unroll
    return length, {key: _padded(value, padded) for key, value in tensors.items()}


def _common_length(tensors: dict[str, Any]) -> Any:
    lengths = [v1.shape(value)[0] for value in tensors.values() if isinstance(value, tensor_lib.Tensor)]
    if not lengths:
        sparse = [value.dense_shape[0] for value in tensors.values() if is_sparse(value)]
        return v1.reduce_max(v1.cast(sparse, v1.int32))
    told = "All sequence lengths must match, but received lengths: "
    checks = [
        v1.Assert(v1.equal(each, lengths[0]), [v1.string_join([told, v1.as_string(lengths)])]) for each in lengths
    ]
    return control_flow_ops.with_dependencies(checks, lengths[0])


def _padded(value: Any, length: Any) -> Any:
    if is_sparse(value):
        shape = v1.concat([[v1.cast(length, v1.int64)], value.dense_shape[1:]], 0)
        return v1.SparseTensor(indices=value.indices, values=value.values, dense_shape=shape)
    shape = v1.concat(([length - v1.shape(value)[0]], v1.shape(value)[1:]), 0)
    filler = v1.constant("" if value.dtype == v1.string else 0, dtype=value.dtype)
    return v1.concat([value, v1.fill(dims=shape, value=filler)], 0)


def check_whole_segments(key: str, value: Any, num_unroll: int) -> Any:
    """A sequence whose length is a multiple of `num_unroll`, checked when run."""
    if not is_sparse(value) and not isinstance(value, tensor_lib.Tensor):
        try:
            value = v1.convert_to_tensor(value)
        except TypeError:
            raise TypeError(
                f"Unsupported input_sequences expected Tensor or SparseTensor values, got: {type(value)} for key {key}"
            ) from None
    sparse = is_sparse(value)
    length = value.dense_shape[0] if sparse else v1.shape(value)[0]
    told = [
        f"{'SparseTensor' if sparse else 'Tensor'} {key} first dimension should be a multiple of: ",
        v1.as_string(num_unroll),
        ", but saw value: ",
        v1.as_string(length),
        ". Consider setting pad=True.",
    ]
    good = v1.logical_and(v1.equal(length % num_unroll, 0), v1.not_equal(length, 0))
    with v1.control_dependencies([v1.Assert(good, [v1.string_join(told)])]):
        if not sparse:
            return v1.identity(value, name="multiple_of_checked")
        parts = (value.indices, value.values, value.dense_shape)
        return v1.SparseTensor(*(v1.identity(part, name="multiple_of_checked") for part in parts))


def move_sparse_out_of_context(context: dict[str, Any], sequences: dict[str, Any], num_unroll: int) -> None:
    """Makes each sparse context a sequence that repeats it at the first step of each segment."""
    length = v1.constant(1)
    if sequences:
        first = next(iter(sequences.values()))
        if is_sparse(first):
            length = first.dense_shape[0]
        else:
            with v1.control_dependencies([first]):
                length = v1.shape(first)[0]
    length = v1.cast(length, dtype=v1.int64)
    for key in sparse_keys(context):
        sequences[_FROM_CONTEXT + key] = _each_segment(context.pop(key), length, num_unroll)


def _each_segment(tensor: Any, length: Any, num_unroll: int) -> Any:
    segments = v1.cast(length // num_unroll, dtype=v1.int32)
    values = v1.tile(tensor.values, v1.expand_dims(segments, 0))
    shape = v1.concat([v1.expand_dims(length, 0), tensor.dense_shape], 0)
    repeated = v1.tile(v1.expand_dims(tensor.indices, 0), v1.stack([segments, 1, 1]))
    rows, rank = v1.shape(tensor.indices)[0], v1.shape(tensor.indices)[1]
    steps = v1.range(start=0, limit=length, delta=num_unroll)
    steps = v1.tile(v1.expand_dims(v1.expand_dims(steps, 1), 2), [1, rows, 1])
    indices = v1.reshape(v1.concat([steps, repeated], 2), [rows * segments, rank + 1])
    return v1.SparseTensor(indices=indices, values=values, dense_shape=shape)


def move_sparse_into_context(context: dict[str, Any], sequences: dict[str, Any]) -> None:
    """Undoes `move_sparse_out_of_context` in a batch."""
    for key in [key for key in sorted(sequences) if key.startswith(_FROM_CONTEXT)]:
        tensor = sequences.pop(key)
        shape = tensor.dense_shape
        first_step = v1.SparseTensor(tensor.indices, tensor.values, v1.concat([[shape[0]], [1], shape[2:]], 0))
        flat = v1.concat([[first_step.dense_shape[0]], first_step.dense_shape[2:]], 0)
        context[key[len(_FROM_CONTEXT) :]] = v1.sparse_reshape(first_step, flat)


def store_sparse(sequences: dict[str, Any], shared_name: str | None = None) -> tuple[dict[str, Any], Any, list[Any]]:
    """The sequences with handles for sparse ones, their keys (None if there are none), and the ops that made them."""
    keys = sparse_keys(sequences)
    if not keys:
        return sequences, None, []
    handles = {key: sparse_ops._add_many_sparse_to_tensors_map(sequences[key], shared_name=shared_name) for key in keys}
    return {**sequences, **handles}, keys, [handle.op for handle in handles.values()]


def restore_sparse(
    sequence: dict[str, Any], keys: Sequence[str] | None, made_by: Sequence[Any], batch_size: Any, num_unroll: Any
) -> None:
    """Puts sparse tensors, `[batch, num_unroll, …]`, in place of their handles."""
    if not keys:
        return
    flat = [
        sparse_ops._take_many_sparse_from_tensors_map(
            sparse_map_op=op, sparse_handles=v1.reshape(sequence[key], [-1]), rank=None
        )
        for op, key in zip(made_by, keys, strict=True)
    ]
    steps = v1.convert_to_tensor(num_unroll, dtype=v1.int64, name="num_unroll_int64")
    for key, tensor in zip(keys, flat, strict=True):
        rows = tensor.indices[:, 0]
        batch, time = v1.cast(v1.floor(rows / steps), v1.int64), v1.mod(rows, steps)
        indices = v1.concat([v1.expand_dims(batch, 1), v1.expand_dims(time, 1), tensor.indices[:, 1:]], axis=1)
        sizes = [[v1.cast(batch_size, dtype=v1.int64)], [v1.cast(steps, dtype=v1.int64)], tensor.dense_shape[1:]]
        sequence[key] = v1.SparseTensor(indices=indices, values=tensor.values, dense_shape=v1.concat(sizes, axis=0))
