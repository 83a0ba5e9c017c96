"""`tf.contrib.learn.io.numpy_input_fn`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import estimator


def numpy_input_fn(
    x: Any,
    y: Any = None,
    batch_size: int = 128,
    num_epochs: int | None = 1,
    shuffle: bool = True,
    queue_capacity: int = 1000,
    num_threads: int = 1,
) -> Any:
    """`tf.estimator.inputs.numpy_input_fn`, which shuffles unless told not to."""
    make = estimator.load("_api.v1.estimator.inputs").numpy_input_fn
    return make(
        x=x,
        y=y,
        batch_size=batch_size,
        shuffle=shuffle,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        num_threads=num_threads,
    )
