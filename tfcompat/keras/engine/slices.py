"""`slice_X` of Keras 1's `keras.engine.training`; `slice_arrays` of today gives nothing for a single array."""

from __future__ import annotations

from typing import Any


def slice_X(X: Any, start: Any = None, stop: int | None = None) -> Any:
    """The rows from `start` to `stop` of an array, or of each array of a list; or the rows whose numbers `start` lists.

    Source: keras.engine.training.slice_X of Keras 1.2.2.
    """
    if isinstance(X, list):
        return [slice_X(each, start, stop) for each in X]
    if hasattr(start, "__len__"):  # a file of HDF5 takes row numbers as a list only
        return X[start.tolist() if hasattr(start, "shape") else start]
    return X[start:stop]
