"""Arrays as JSON: [dtype, shape, base64 of the bytes], and [\"str\", shape, list] for strings; nothing is rounded."""

import base64
from typing import Any, List

import numpy as np


def to_text(arrays: List[np.ndarray]) -> List[Any]:
    """The JSON values of some arrays."""
    return [_one(array) for array in arrays]


def _one(array: np.ndarray) -> List[Any]:
    if array.dtype.kind in "OSU":
        texts = [value.decode("latin1") if isinstance(value, bytes) else str(value) for value in array.ravel()]
        return ["str", list(array.shape), texts]
    data = np.ascontiguousarray(array).tobytes()
    return [array.dtype.str, list(array.shape), base64.b64encode(data).decode("ascii")]


def from_text(text: List[Any]) -> np.ndarray:
    """The array that a JSON value stands for."""
    kind, shape, data = text
    if kind == "str":
        return np.array(data, dtype=object).reshape(shape)
    return np.frombuffer(base64.b64decode(data), dtype=kind).reshape(shape)
