"""Batches of serialized examples, with their keys: a queue of file names, readers, and a queue of batches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.input_pipeline.input_pipeline_ops import seek_next

KEY = "__key__"  # where the keys lie among features that `parse_fn` answers


def read_keyed_batch_examples(
    file_pattern: str | list[str],
    batch_size: Any,
    reader: Callable[[], Any],
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    num_threads: int = 1,
    read_batch_size: Any = 1,
    parse_fn: Callable[[Any], Any] | None = None,
    name: str | None = None,
    seed: int | None = None,
    shared: bool = False,
) -> Any:
    """Keys and examples, string [batch] each, of the files that match a pattern or several.

    `reader()` reads from a queue of file names; `parse_fn` changes each example before it is batched. With
    `num_epochs` the last batch may be smaller, and local variables must be initialized. `shared` counts the files
    in a variable, so that several workers share them.

    Raises:
      ValueError: no file matches, or a number is none that can be used.
    """
    files = _files(file_pattern, randomize_input)
    _check(batch_size, queue_capacity, num_threads, read_batch_size, num_epochs)
    with v1.name_scope(name, "read_batch_examples", [file_pattern]) as scope:
        with v1.name_scope("file_name_queue") as queue_scope:
            if shared:
                queue = v1.FIFOQueue(capacity=1, dtypes=[v1.string], shapes=[[]])
                file = seek_next(files, shuffle=randomize_input, num_epochs=num_epochs, seed=seed)
                v1.train.add_queue_runner(v1.train.QueueRunner(queue, [queue.enqueue(file)]))
            else:
                queue = v1.train.string_input_producer(
                    v1.constant(files, name="input"),
                    shuffle=randomize_input,
                    num_epochs=num_epochs,
                    name=queue_scope,
                    seed=seed,
                )
        read = _read(queue, reader, num_threads, read_batch_size, parse_fn)
        options = {
            "capacity": queue_capacity,
            "enqueue_many": read_batch_size > 1,
            "name": scope,
            "allow_smaller_final_batch": num_epochs is not None,
        }
        if randomize_input:
            if isinstance(batch_size, v1.Tensor):
                least = int(queue_capacity * 0.4)
            else:
                least = max(queue_capacity - 3 * batch_size, batch_size)
            batch = v1.train.shuffle_batch_join(read, batch_size, min_after_dequeue=least, seed=seed, **options)
        else:
            batch = v1.train.batch_join(read, batch_size, **options)
        if parse_fn and isinstance(batch, dict):
            return batch.pop(KEY), batch
        return batch


def read_keyed_batch_examples_shared_queue(*args: Any, **options: Any) -> Any:
    """`read_keyed_batch_examples` with the files shared among workers."""
    options["shared"] = True
    return read_keyed_batch_examples(*args, **options)


def read_batch_examples(*args: Any, **options: Any) -> Any:
    """`read_keyed_batch_examples` without the keys."""
    return read_keyed_batch_examples(*args, **options)[1]


def _files(pattern: str | list[str], randomize_input: bool) -> list[str]:
    if isinstance(pattern, list) and not pattern:
        raise ValueError("No files given to dequeue_examples.")
    patterns = pattern if isinstance(pattern, list) else [pattern]
    files = [file for each in patterns for file in v1.gfile.Glob(each)]
    if not files:
        raise ValueError(f"No files match {pattern}.")
    return files if randomize_input else sorted(files)


def _check(batch_size: Any, capacity: int, threads: int, read_batch_size: Any, num_epochs: int | None) -> None:
    if not capacity or capacity <= 0:
        raise ValueError(f"Invalid queue_capacity {capacity}.")
    if batch_size is None or (not isinstance(batch_size, v1.Tensor) and not 0 < batch_size < capacity):
        raise ValueError(f"Invalid batch_size {batch_size}, with queue_capacity {capacity}.")
    if read_batch_size is None or (not isinstance(read_batch_size, v1.Tensor) and read_batch_size <= 0):
        raise ValueError(f"Invalid read_batch_size {read_batch_size}.")
    if not threads or threads <= 0:
        raise ValueError(f"Invalid num_threads {threads}.")
    if num_epochs is not None and num_epochs <= 0:
        raise ValueError(f"Invalid num_epochs {num_epochs}.")


def _read(queue: Any, reader: Callable[[], Any], threads: int, many: Any, parse_fn: Any) -> list[Any]:
    """One row for each thread: (keys, examples), or the features with the keys among them."""
    rows: list[Any] = []
    with v1.name_scope("read"):
        for _ in range(threads):
            keys, examples = reader().read_up_to(queue, many) if many > 1 else reader().read(queue)
            if parse_fn:
                examples = parse_fn(examples)
            rows.append({**examples, KEY: keys} if isinstance(examples, dict) else (keys, examples))
    return rows
