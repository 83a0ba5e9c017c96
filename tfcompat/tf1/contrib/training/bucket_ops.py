"""`bucket` and `bucket_by_sequence_length`: a queue for each bucket, and one on top that holds whole batches."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np

from tfcompat.backend.internals import indexed_slices, tensor_util
from tfcompat.backend.internals_training import input_queues, queue_runner
from tfcompat.backend.v1api import v1

_CLOSED = (v1.errors.OutOfRangeError, v1.errors.CancelledError)


def bucket(
    tensors: Any,
    which_bucket: Any,
    batch_size: Any,
    num_buckets: int,
    num_threads: int = 1,
    capacity: int = 32,
    bucket_capacities: Sequence[int] | None = None,
    shapes: Any = None,
    dynamic_pad: bool = False,
    allow_smaller_final_batch: bool = False,
    keep_input: Any = True,
    shared_name: str | None = None,
    name: str | None = None,
) -> tuple[Any, Any]:
    """`tf.contrib.training.bucket` of 1.15: batches of examples from one bucket each.

    `which_bucket` is an int32 scalar, `batch_size` a number or one for each bucket. Answers the bucket that a batch is
    from, int32 scalar, and the batch, in the structure of `tensors`.

    Raises:
      ValueError: a list has not `num_buckets` elements, or there is no tensor.
    """
    one_each = isinstance(batch_size, (list, tuple))
    if one_each and len(batch_size) != num_buckets:
        raise ValueError("If batch_size is a list it must have num_buckets elements")
    sizes = list(batch_size) if one_each else [batch_size] * num_buckets
    capacities = [capacity] * num_buckets if bucket_capacities is None else bucket_capacities
    if len(capacities) != num_buckets:
        raise ValueError(
            f"The list bucket_capacities ({capacities}) must have exactly num_buckets ({num_buckets}) elements."
        )
    given = input_queues._as_tensor_list(tensors)
    with v1.name_scope(name, "bucket", given):
        flat = indexed_slices.convert_n_to_tensor_or_indexed_slices(given)
        if not flat:
            raise ValueError("Expected at least one tensor in bucket().")
        keep = input_queues._validate_keep_input(keep_input, enqueue_many=False)
        flat, sparse = input_queues._store_sparse_tensors(flat, enqueue_many=False, keep_input=keep)
        sizes = [_static_size(size) for size in sizes]
        types = input_queues._dtypes([flat])
        shapes = input_queues._shapes([flat], shapes, enqueue_many=False)
        which = v1.convert_to_tensor(which_bucket, dtype=v1.int32, name="which_bucket")
        make = input_queues._which_queue(dynamic_pad)
        queues = [
            make(
                capacity=capacities[i],
                dtypes=types,
                shapes=shapes,
                shared_name=None if shared_name is None else f"{shared_name}_{i}",
                name=f"bucket_queue_{i}",
            )
            for i in range(num_buckets)
        ]
        rows = None if allow_smaller_final_batch or one_each or tensor_util.is_tf_type(sizes[-1]) else sizes[-1]
        top = v1.PaddingFIFOQueue(
            capacity=capacity,
            dtypes=[v1.int32, *types],
            shapes=[v1.TensorShape([]), *(v1.TensorShape([rows]).concatenate(s) for s in queues[0].shapes)],
            shared_name=shared_name,
            name="top_queue",
        )
        _run_queues(queues, top, flat, which, sizes, keep, num_threads, allow_smaller_final_batch)
        for queue in queues:
            v1.summary.scalar(f"bucket/{queue.name}/size", v1.cast(top.size(), v1.float32))
        fraction = v1.cast(top.size(), v1.float32) * (1.0 / capacity)
        v1.summary.scalar(f"bucket/{top.name}/fraction_of_{capacity}_full", fraction)
        came, *batch = top.dequeue(name="dequeue_top")
        # A list of one stays a tensor, as the queue's own dequeue answers it.
        restored = input_queues._restore_sparse_tensors(batch[0] if len(batch) == 1 else batch, sparse)
        return came, input_queues._as_original_type(tensors, restored)


def _static_size(size: Any) -> Any:
    tensor = v1.convert_to_tensor(size, dtype=v1.int32, name="batch_size")
    known = tensor_util.constant_value(tensor)
    return tensor if known is None else known


def _run_queues(
    queues: Sequence[Any], top: Any, flat: Any, which: Any, sizes: Any, keep: Any, threads: int, smaller: bool
) -> None:
    """Adds the queue runners: examples into buckets, full buckets into the queue on top."""

    def into_buckets() -> Any:
        added = [
            v1.cond(v1.equal(which, i), functools.partial(_enqueue, queue, flat), v1.no_op)
            for i, queue in enumerate(queues)
        ]
        return v1.group(*added, name="group_enqueues")

    known = tensor_util.constant_value(keep)
    if known is None:
        enqueue = v1.cond(keep, into_buckets, v1.no_op)
    elif known:
        enqueue = into_buckets()
    else:
        enqueue = v1.no_op()
    to_top = []
    for i, (queue, size) in enumerate(zip(queues, sizes, strict=True)):
        number = v1.constant(i)
        batch = (queue.dequeue_up_to if smaller else queue.dequeue_many)(size, name=f"read_bucket_{i}")
        parts = batch if isinstance(batch, (list, tuple)) else [batch]
        to_top.append(top.enqueue([number, *parts], name=f"enqueue_from_bucket_{i}"))
    close, cancel = top.close(), top.close(cancel_pending_enqueues=True)
    add, Runner = queue_runner.add_queue_runner, queue_runner.QueueRunner
    add(Runner(queues[0], to_top, close_op=close, cancel_op=cancel, queue_closed_exception_types=_CLOSED))
    close = v1.group(*[queue.close() for queue in queues])
    cancel = v1.group(*[queue.close(cancel_pending_enqueues=True) for queue in queues])
    add(Runner(top, [enqueue] * threads, close_op=close, cancel_op=cancel, queue_closed_exception_types=_CLOSED))


def _enqueue(queue: Any, flat: Any) -> Any:
    return queue.enqueue(flat)


def bucket_by_sequence_length(
    input_length: Any,
    tensors: Any,
    batch_size: Any,
    bucket_boundaries: Any,
    num_threads: int = 1,
    capacity: int = 32,
    bucket_capacities: Sequence[int] | None = None,
    shapes: Any = None,
    dynamic_pad: bool = False,
    allow_smaller_final_batch: bool = False,
    keep_input: Any = True,
    shared_name: str | None = None,
    name: str | None = None,
) -> tuple[Any, Any]:
    """`tf.contrib.training.bucket_by_sequence_length` of 1.15: lengths, int32 `[batch]`, and batches of like lengths.

    Raises:
      TypeError: `bucket_boundaries` is not a list of integers.
      ValueError: it is empty, or does not increase.
    """
    _check_boundaries(bucket_boundaries)
    flat = input_queues._as_tensor_list(tensors)
    with v1.name_scope(name, "bucket_by_sequence_length", [input_length, *flat]):
        length = v1.convert_to_tensor(input_length, dtype=v1.int32, name="input_length")
        limits = np.iinfo(np.int32)
        lowest, highest = [limits.min, *bucket_boundaries], [*bucket_boundaries, limits.max]
        inside = v1.logical_and(v1.less_equal(lowest, length), v1.less(length, highest))
        which = v1.cast(v1.reduce_min(v1.where_v2(inside)), v1.int32)
        _, batch = bucket(
            tensors=[length, *flat],
            which_bucket=which,
            batch_size=batch_size,
            num_buckets=len(bucket_boundaries) + 1,
            num_threads=num_threads,
            capacity=capacity,
            bucket_capacities=bucket_capacities,
            shapes=None if shapes is None else [v1.TensorShape([]), *shapes],
            dynamic_pad=dynamic_pad,
            allow_smaller_final_batch=allow_smaller_final_batch,
            keep_input=keep_input,
            shared_name=shared_name,
        )
        return batch[0], input_queues._as_original_type(tensors, batch[1:])


def _check_boundaries(boundaries: Any) -> None:
    if not isinstance(boundaries, (list, tuple)):
        raise TypeError(f"bucket_boundaries must be a list or tuple, but received: {boundaries}")
    if not boundaries:
        raise ValueError("bucket_boundaries must not be empty")
    for start, end in zip(boundaries[:-1], boundaries[1:], strict=True):
        if not isinstance(start, int) or not isinstance(end, int):
            raise TypeError(f"bucket boundaries must be integers, but saw: {start} and {end}")
        if start >= end:
            raise ValueError(f"Buckets must contain sequential increasing lengths, but saw: {start} before {end}")
