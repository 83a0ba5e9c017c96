"""`tf.keras.utils.HDF5Matrix`: a part of a dataset in an HDF5 file, read as it is indexed."""

from __future__ import annotations

import collections
from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


class HDF5Matrix:
    """Rows `start` to `end` of a dataset, passed through `normalizer` when read."""

    refs: dict[str, Any] = collections.defaultdict(int)  # one open file per path, shared by all instances

    def __init__(
        self,
        datapath: str,
        dataset: str,
        start: int = 0,
        end: int | None = None,
        normalizer: Callable[[Any], Any] | None = None,
    ) -> None:
        try:
            import h5py
        except ImportError:
            raise ImportError("The use of HDF5Matrix requires HDF5 and h5py installed.") from None
        if datapath not in self.refs:
            self.refs[datapath] = h5py.File(datapath, "r")
        self.data = self.refs[datapath][dataset]
        self.start = start
        self.end = self.data.shape[0] if end is None else end
        self.normalizer = normalizer

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, key: Any) -> Any:
        read = self.data[self._within(key)]
        return read if self.normalizer is None else self.normalizer(read)

    def _within(self, key: Any) -> Any:
        """The index into the whole dataset; IndexError beyond `end`."""
        if isinstance(key, slice):
            first = 0 if key.start is None else key.start
            last = self.shape[0] if key.stop is None else key.stop
            self._check(last + self.start - 1)
            return slice(first + self.start, last + self.start)
        if isinstance(key, (int, np.integer)):
            self._check(key + self.start)
            return key + self.start
        rows = [int(row) + self.start for row in key]
        self._check(max(rows))
        return rows

    def _check(self, row: int) -> None:
        if row >= self.end:
            raise IndexError(f"HDF5Matrix expected a row below {len(self)}, but received {row - self.start}")

    @property
    def shape(self) -> tuple[int, ...]:
        return (self.end - self.start, *self.data.shape[1:])

    @property
    def dtype(self) -> Any:
        return self.data.dtype

    @property
    def ndim(self) -> int:
        return self.data.ndim

    @property
    def size(self) -> Any:
        return np.prod(self.shape)

    @staticmethod
    def _to_type_spec(value: Any) -> Any:
        """What tf.data asks of an input it does not know."""
        if not isinstance(value, HDF5Matrix):
            raise TypeError(f"Expected value to be a HDF5Matrix, but saw: {type(value)}")
        return v1.TensorSpec(shape=value.shape, dtype=value.dtype)
