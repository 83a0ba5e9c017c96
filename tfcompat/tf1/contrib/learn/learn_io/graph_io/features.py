"""Batches of parsed features, read and parsed ahead by a queue of their own."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.learn_io.graph_io import examples


def read_keyed_batch_features(
    file_pattern: str | list[str],
    batch_size: Any,
    features: dict[str, Any],
    reader: Callable[[], Any],
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    reader_num_threads: int = 1,
    feature_queue_capacity: int = 100,
    num_enqueue_threads: int = 2,
    parse_fn: Callable[[Any], Any] | None = None,
    name: str | None = None,
    read_batch_size: Any = None,
) -> tuple[Any, dict[str, Any]]:
    """Keys, string [batch], and what `features` (name -> `FixedLenFeature` or `VarLenFeature`) parses, by name.

    Raises:
      ValueError: no file matches, or a number is none that can be used.
    """
    given = (file_pattern, batch_size, reader, randomize_input, num_epochs, queue_capacity, reader_num_threads)
    size = batch_size if read_batch_size is None else read_batch_size
    read = functools.partial(examples.read_keyed_batch_examples, *given, read_batch_size=size, parse_fn=parse_fn)
    return _parsed(read, file_pattern, features, feature_queue_capacity, num_enqueue_threads, name)


def read_keyed_batch_features_shared_queue(
    file_pattern: str | list[str],
    batch_size: Any,
    features: dict[str, Any],
    reader: Callable[[], Any],
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    reader_num_threads: int = 1,
    feature_queue_capacity: int = 100,
    num_queue_runners: int = 2,
    parse_fn: Callable[[Any], Any] | None = None,
    name: str | None = None,
) -> tuple[Any, dict[str, Any]]:
    """`read_keyed_batch_features` with the files shared among workers."""
    given = (file_pattern, batch_size, reader, randomize_input, num_epochs, queue_capacity, reader_num_threads)
    shared = examples.read_keyed_batch_examples_shared_queue
    read = functools.partial(shared, *given, read_batch_size=batch_size, parse_fn=parse_fn)
    return _parsed(read, file_pattern, features, feature_queue_capacity, num_queue_runners, name)


def read_batch_features(
    file_pattern: str | list[str],
    batch_size: Any,
    features: dict[str, Any],
    reader: Callable[[], Any],
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    feature_queue_capacity: int = 100,
    reader_num_threads: int = 1,
    num_enqueue_threads: int = 2,
    parse_fn: Callable[[Any], Any] | None = None,
    name: str | None = None,
    read_batch_size: Any = None,
) -> dict[str, Any]:
    """`read_keyed_batch_features` without the keys; the order of its arguments is another."""
    return read_keyed_batch_features(
        file_pattern,
        batch_size,
        features,
        reader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        reader_num_threads=reader_num_threads,
        feature_queue_capacity=feature_queue_capacity,
        num_enqueue_threads=num_enqueue_threads,
        parse_fn=parse_fn,
        name=name,
        read_batch_size=read_batch_size,
    )[1]


def read_batch_record_features(
    file_pattern: str | list[str],
    batch_size: Any,
    features: dict[str, Any],
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    reader_num_threads: int = 1,
    name: str = "dequeue_record_examples",
) -> dict[str, Any]:
    """`read_batch_features` from TFRecord files."""
    return read_batch_features(
        file_pattern,
        batch_size,
        features,
        v1.TFRecordReader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        reader_num_threads=reader_num_threads,
        name=name,
    )


def queue_parsed_features(
    parsed_features: dict[str, Any],
    keys: Any = None,
    feature_queue_capacity: int = 100,
    num_enqueue_threads: int = 2,
    name: str | None = None,
) -> tuple[Any, dict[str, Any]]:
    """The keys and features, dense or sparse, behind a queue that threads keep filled."""
    values = [*parsed_features.values(), *(() if keys is None else (keys,))]
    with v1.name_scope(name, "queue_parsed_features", values):
        parts = {key: _parts(parsed_features[key]) for key in sorted(parsed_features)}
        tensors = [part for each in parts.values() for part in each]
        if keys is not None:
            tensors.append(keys)
        queue = v1.FIFOQueue(feature_queue_capacity, [each.dtype for each in tensors])
        v1.summary.scalar(
            f"queue/parsed_features/{queue.name}/fraction_of_{feature_queue_capacity}_full",
            v1.cast(queue.size(), v1.float32) * (1.0 / feature_queue_capacity),
        )
        closed = (v1.errors.OutOfRangeError, v1.errors.CancelledError)
        enqueues = [queue.enqueue(tensors) for _ in range(num_enqueue_threads)]
        v1.train.add_queue_runner(v1.train.QueueRunner(queue, enqueues, queue_closed_exception_types=closed))
        found = queue.dequeue()
        found = found if isinstance(found, list) else [found]
        for ours, theirs in zip(found, tensors, strict=True):
            ours.set_shape(theirs.get_shape())
        rest = iter(found)
        features = {}
        for key, each in parts.items():
            taken = [next(rest) for _ in each]
            features[key] = taken[0] if len(taken) == 1 else v1.SparseTensor(*taken)
        return (None if keys is None else found[-1]), features


def _parsed(
    read: Callable[..., tuple[Any, Any]],
    file_pattern: Any,
    features: dict[str, Any],
    capacity: int,
    threads: int,
    name: str | None,
) -> tuple[Any, dict[str, Any]]:
    with v1.name_scope(name, "read_batch_features", [file_pattern]) as scope:
        keys, batch = read(name=scope)
        return queue_parsed_features(v1.parse_example(batch, features), keys, capacity, threads, scope)


def _parts(tensor: Any) -> tuple[Any, ...]:
    if isinstance(tensor, v1.SparseTensor):
        return tensor.indices, tensor.values, tensor.dense_shape
    return (tensor,)
