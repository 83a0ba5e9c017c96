"""Sparse categorical accuracy keeps the shape that it compares; a later Keras gives it the labels' shape again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, math_ops, ops
from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.utils.metrics_utils.sparse_categorical_matches")
def sparse_categorical_matches(original: Callable[..., Any], y_true: Any, y_pred: Any) -> Any:
    if context.executing_eagerly():
        return original(y_true, y_pred)
    y_pred, y_true = ops.convert_to_tensor(y_pred), ops.convert_to_tensor(y_true)
    if y_true.shape.ndims is not None and y_true.shape.ndims == y_pred.shape.ndims:
        y_true = array_ops.squeeze(y_true, [-1])
    y_pred = math_ops.argmax(y_pred, axis=-1)
    if y_pred.dtype.base_dtype != y_true.dtype.base_dtype:
        y_pred = math_ops.cast(y_pred, y_true.dtype.base_dtype)
    return math_ops.cast(math_ops.equal(y_true, y_pred), module("backend").floatx())
