"""Arrays or an input function: what the methods of contrib.learn's estimators take."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.learn_io import data_feeder


def verify(x: Any, y: Any, input_fn: Any, feed_fn: Any, batch_size: int | None) -> None:
    """Raises a ValueError unless there is either an array or an input function."""
    if input_fn is None:
        if x is None:
            raise ValueError("Either x or input_fn must be provided.")
        if v1.is_tensor(x) or (y is not None and v1.is_tensor(y)):
            raise ValueError("Inputs cannot be tensors. Please provide input_fn.")
        if feed_fn is not None:
            raise ValueError("Can not provide both feed_fn and x or y.")
    elif x is not None or y is not None:
        raise ValueError("Can not provide both input_fn and x or y.")
    elif batch_size is not None:
        raise ValueError("Can not provide both input_fn and batch_size.")


def functions(
    x: Any,
    y: Any = None,
    input_fn: Any = None,
    feed_fn: Any = None,
    batch_size: int | None = None,
    shuffle: bool = False,
    epochs: int | None = 1,
) -> tuple[Any, Any]:
    """An input function and, for arrays, the function that answers a feed for it."""
    verify(x, y, input_fn, feed_fn, batch_size)
    if input_fn is not None:
        return input_fn, feed_fn
    feeder = data_feeder.setup_train_data_feeder(
        x, y, n_classes=None, batch_size=batch_size, shuffle=shuffle, epochs=epochs
    )
    return feeder.input_builder, feeder.get_feed_dict_fn()
