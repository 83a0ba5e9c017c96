"""`DataFeeder`: feeds placeholders from arrays, batch by batch (`learn_io/data_feeder.py` of 1.15's contrib.learn)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.learn_io import dask_io, pandas_io

Array = np.ndarray[Any, Any]


def setup_train_data_feeder(
    x: Any, y: Any, n_classes: Any, batch_size: int | None = None, shuffle: bool = True, epochs: int | None = None
) -> DataFeeder:
    """A feeder over arrays, frames, dicts of arrays, or iterators.

    Raises:
      ValueError: only one of `x` and `y` is an iterator.
    """
    x = pandas_io.extract_pandas_data(dask_io.extract_dask_data(x))
    y = pandas_io.extract_pandas_labels(dask_io.extract_dask_labels(y))
    if hasattr(x, "__next__"):
        if y is not None and not hasattr(y, "__next__"):
            raise ValueError("Both x and y should be iterators for streaming learning to work.")
        return _of_iterators(x, y, n_classes, batch_size)
    return DataFeeder(x, y, n_classes, batch_size, shuffle=shuffle, epochs=epochs)


def setup_predict_data_feeder(x: Any, batch_size: int | None = None) -> Any:
    """Batches of an array or of an iterator's rows; one batch of everything if no size is given.

    Raises:
      ValueError: the size is not positive.
    """
    if batch_size is not None and batch_size <= 0:
        raise ValueError(f"Invalid batch_size {batch_size}.")
    x = pandas_io.extract_pandas_data(dask_io.extract_dask_data(x))
    if hasattr(x, "__next__"):
        return _batches(x, batch_size)
    if len(x.shape) == 1:
        x = np.reshape(x, (-1, 1))
    if batch_size is None:
        return [x]
    count = math.ceil(len(x) / batch_size)
    return [x[each * batch_size : (each + 1) * batch_size] for each in range(count)]


def setup_processor_data_feeder(x: Any) -> Any:
    """Rows to process: a data frame's values, anything else as it is."""
    return pandas_io.extract_pandas_matrix(x)


class DataFeeder:
    """Draws batches of arrays [n, …], or of dicts of arrays, for placeholders [None, …].

    `n_classes` above 1 turns labels into one-hot rows; None leaves them as they are. The last batch of an epoch is
    short; rows are shuffled anew for every epoch, by numpy's generator seeded with 42 as in 1.15.
    """

    def __init__(
        self,
        x: Any,
        y: Any,
        n_classes: Any,
        batch_size: int | None = None,
        shuffle: bool = True,
        random_state: Any = None,
        epochs: int | None = None,
    ) -> None:
        self._x = x if isinstance(x, dict) else np.asarray(x)
        if isinstance(y, list):
            y = np.array(y)
        if y is not None and n_classes is not None and not isinstance(y, dict):
            y = np.asarray(y, dtype=np.int64 if n_classes > 1 else np.float32)
        self._y = y
        self.n_classes = n_classes
        self.max_epochs = epochs
        first = next(iter(self._x.values())) if isinstance(self._x, dict) else self._x
        self._samples = first.shape[0]
        if batch_size is not None and batch_size <= 0:
            raise ValueError(f"Invalid batch_size {batch_size}.")
        self._batch_size = self._samples if batch_size is None else batch_size
        self._shuffle = shuffle
        self.random_state = np.random.RandomState(42) if random_state is None else random_state
        self.offset = 0
        self.epoch = 0
        self._start_epoch()
        self._epoch_placeholder: Any = None
        self._input_placeholder: Any = None
        self._output_placeholder: Any = None

    @property
    def x(self) -> Any:
        return self._x

    @property
    def y(self) -> Any:
        return self._y

    @property
    def shuffle(self) -> bool:
        return self._shuffle

    @property
    def batch_size(self) -> int:
        return self._batch_size

    @property
    def input_dtype(self) -> Any:
        return _each(self._x, lambda _, value: value.dtype)

    @property
    def output_dtype(self) -> Any:
        if self._y is None:
            return np.dtype(np.float32)
        return _each(self._y, lambda key, value: np.dtype(np.float32) if self._classes(key) else value.dtype)

    @property
    def input_shape(self) -> Any:
        """[batch, …]; arrays without columns have one."""
        return _each(self._x, lambda _, value: [self._batch_size, *(value.shape[1:] or (1,))])

    @property
    def output_shape(self) -> Any:
        """[batch, …], with the number of classes at the end of one-hot labels; None without labels."""
        return None if self._y is None else _each(self._y, self._label_shape)

    def make_epoch_variable(self) -> Any:
        """A placeholder int32 [1] that is fed with the number of the epoch."""
        self._epoch_placeholder = v1.placeholder(v1.int32, [1], name="epoch")
        return self._epoch_placeholder

    def input_builder(self) -> tuple[Any, Any]:
        """Placeholders for inputs and labels; the latter None without labels."""
        self._input_placeholder = _placeholders(self.input_shape, self.input_dtype, "input")
        self._output_placeholder = _placeholders(self.output_shape, self.output_dtype, "output")
        return self._input_placeholder, self._output_placeholder

    def set_placeholders(self, input_placeholder: Any, output_placeholder: Any) -> None:
        """Takes placeholders that were made elsewhere."""
        self._input_placeholder = input_placeholder
        self._output_placeholder = output_placeholder

    def get_feed_params(self) -> dict[str, int]:
        """Where the feeder is."""
        return {"epoch": self.epoch, "offset": self.offset, "batch_size": self._batch_size}

    def get_feed_dict_fn(self) -> Callable[[], dict[str, Any]]:
        """A function that answers the next batch by the placeholders' names, and raises StopIteration at the end."""
        return self._feed

    def _feed(self) -> dict[str, Any]:
        if self.max_epochs is not None and self.epoch + 1 > self.max_epochs:
            raise StopIteration
        feeds: dict[str, Any] = {}
        if self._epoch_placeholder is not None:
            feeds[self._epoch_placeholder.name] = [self.epoch]
        rows = self.indices[self.offset : self.offset + self._batch_size]
        for key, place in _items(self._input_placeholder):
            values = _part(self._x, key)[rows]
            feeds[place.name] = values.reshape(len(rows), 1) if values.ndim == 1 else values
        self.offset += self._batch_size
        if self.offset >= self._samples:
            self._start_epoch()
            self.offset = 0
            self.epoch += 1
        if self._output_placeholder is not None:
            for key, place in _items(self._output_placeholder):
                feeds[place.name] = self._labels(key, rows)
        return feeds

    def _labels(self, key: Any, rows: Array) -> Array:
        values, classes = _part(self._y, key)[rows], self._classes(key)
        if classes is not None and classes > 1:
            return np.asarray(np.eye(classes)[values.astype(np.int64)], _part(self.output_dtype, key))
        shape = [len(rows), *self._label_shape(key, _part(self._y, key))[1:]]
        return np.asarray(values, _part(self.output_dtype, key)).reshape(shape)

    def _classes(self, key: Any) -> int | None:
        classes: int | None = (self.n_classes or {}).get(key) if isinstance(self._y, dict) else self.n_classes
        return classes

    def _label_shape(self, key: Any, value: Array) -> list[int]:
        inner = list(value.shape[1:])
        if inner and inner[0] == 1:
            inner = inner[1:]
        classes = self._classes(key)
        return [self._batch_size, *inner, *([classes] if classes is not None and classes > 1 else [])]

    def _start_epoch(self) -> None:
        self.indices = self.random_state.permutation(self._samples) if self._shuffle else np.arange(self._samples)


def _of_iterators(x: Any, y: Any, n_classes: Any, batch_size: int | None) -> DataFeeder:
    """A feeder over all rows of two iterators, in their order."""
    rows = _together(list(x))
    labels = None if y is None else _together(list(y))
    return DataFeeder(rows, labels, n_classes, batch_size, shuffle=False, epochs=1)


def _together(rows: list[Any]) -> Any:
    if isinstance(rows[0], dict):
        return {key: np.asarray([row[key] for row in rows]) for key in rows[0]}
    return np.asarray(rows)


def _batches(rows: Iterator[Any], batch_size: int | None) -> Iterator[Any]:
    while chunk := list(itertools.islice(rows, batch_size)):
        yield _each(_together(chunk), lambda _, value: value)


def _each(value: Any, function: Callable[[Any, Any], Any]) -> Any:
    """`function(key, array)` for each array of a dict, or for the one array (key None)."""
    if isinstance(value, dict):
        return {key: function(key, each) for key, each in value.items()}
    return function(None, value)


def _items(value: Any) -> list[tuple[Any, Any]]:
    return list(value.items()) if isinstance(value, dict) else [(None, value)]


def _part(value: Any, key: Any) -> Any:
    return value if key is None else value[key]


def _placeholders(shapes: Any, kinds: Any, name: str) -> Any:
    if shapes is None:
        return None
    if isinstance(shapes, dict):
        return {
            key: v1.placeholder(v1.as_dtype(kinds[key]), [None, *shape[1:]], name=f"{name}_{key}")
            for key, shape in shapes.items()
        }
    return v1.placeholder(v1.as_dtype(kinds), [None, *shapes[1:]], name=name)
