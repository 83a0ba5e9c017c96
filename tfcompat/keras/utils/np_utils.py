"""What `keras.utils.np_utils` of Keras 1 had beside `to_categorical` and `normalize`. Source: that module of 1.2.2."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.keras import backend
from tfcompat.keras.utils import conv_utils


def binary_logloss(p: Any, y: Any) -> Any:
    """The mean negative logarithm of the probability of each truth, 0 or 1."""
    p = np.minimum(1 - 1e-15, np.maximum(1e-15, p))
    return sum(y * np.log(p) + np.subtract(1, y) * np.log(np.subtract(1, p))) * (-1.0 / len(y))


def multiclass_logloss(p: Any, y: Any) -> Any:
    """The mean negative logarithm of the probability of each class, which counts from 1."""
    return -(1.0 / len(y)) * np.sum(np.log([p[i][y[i] - 1] for i in range(len(y))]))


def accuracy(p: Any, y: Any) -> Any:
    """The share of predictions that are the truth."""
    return np.mean([a == b for a, b in zip(p, y)])  # noqa: B905 (the shorter one ends it)


def probas_to_classes(y_pred: np.ndarray) -> np.ndarray:
    """The likeliest class of each row, or for one column whether it is above a half."""
    if y_pred.ndim > 1 and y_pred.shape[1] > 1:
        return categorical_probas_to_classes(y_pred)
    return np.array([1 if p > 0.5 else 0 for p in y_pred])


def categorical_probas_to_classes(p: np.ndarray) -> np.ndarray:
    """The likeliest class of each row."""
    return np.argmax(p, axis=1)


def convert_kernel(kernel: np.ndarray, dim_ordering: str | None = None) -> np.ndarray:
    """A kernel of 4 or 5 axes turned around in space: from Theano's convention to TensorFlow's, and back.

    Raises:
      ValueError: another number of axes, or an ordering that is neither `th` nor `tf`.
    """
    dim_ordering = dim_ordering or backend.image_dim_ordering()
    if not 4 <= kernel.ndim <= 5:
        raise ValueError("Invalid kernel shape:", kernel.shape)
    if dim_ordering not in ("th", "tf"):
        raise ValueError("Invalid dim_ordering:", dim_ordering)
    return np.flip(kernel, tuple(range(2, kernel.ndim) if dim_ordering == "th" else range(kernel.ndim - 2))).copy()


def conv_output_length(input_length: Any, filter_size: int, border_mode: str, stride: int, dilation: int = 1) -> Any:
    """The length of what a convolution gives."""
    return conv_utils.conv_output_length(input_length, filter_size, border_mode, stride, dilation)


def conv_input_length(output_length: Any, filter_size: int, border_mode: str, stride: int) -> Any:
    """The length of what a convolution takes."""
    return conv_utils.conv_input_length(output_length, filter_size, border_mode, stride)


__all__ = [
    "accuracy",
    "binary_logloss",
    "categorical_probas_to_classes",
    "conv_input_length",
    "conv_output_length",
    "convert_kernel",
    "multiclass_logloss",
    "probas_to_classes",
]
