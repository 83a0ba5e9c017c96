"""Metrics of Keras 1 that Keras 2 dropped: each is the score of one batch. Source: keras.metrics of 1.2.2."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras, v1


def _count(x: Any) -> Any:
    """How many entries round to one."""
    return v1.reduce_sum(v1.round(v1.clip_by_value(x, 0.0, 1.0)))


def matthews_correlation(y_true: Any, y_pred: Any) -> Any:
    """Matthews' correlation of truth and prediction."""
    predicted, true = (v1.round(v1.clip_by_value(each, 0.0, 1.0)) for each in (y_pred, y_true))
    tp, tn = v1.reduce_sum(true * predicted), v1.reduce_sum((1 - true) * (1 - predicted))
    fp, fn = v1.reduce_sum((1 - true) * predicted), v1.reduce_sum(true * (1 - predicted))
    sizes = v1.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return (tp * tn - fp * fn) / (sizes + keras().backend.epsilon())


def precision(y_true: Any, y_pred: Any) -> Any:
    """The share of what was predicted that is true."""
    return _count(y_true * y_pred) / (_count(y_pred) + keras().backend.epsilon())


def recall(y_true: Any, y_pred: Any) -> Any:
    """The share of what is true that was predicted."""
    return _count(y_true * y_pred) / (_count(y_true) + keras().backend.epsilon())


def fbeta_score(y_true: Any, y_pred: Any, beta: float = 1) -> Any:
    """The weighted harmonic mean of precision and recall.

    Raises:
      ValueError: `beta` is below zero.
    """
    if beta < 0:
        raise ValueError("The lowest choosable beta is zero (only precision).")
    p, r, square = precision(y_true, y_pred), recall(y_true, y_pred), beta**2
    return (1 + square) * (p * r) / (square * p + r + keras().backend.epsilon())


def fmeasure(y_true: Any, y_pred: Any) -> Any:
    """The harmonic mean of precision and recall."""
    return fbeta_score(y_true, y_pred, beta=1)


fscore = f1score = fmeasure
__all__ = ["f1score", "fbeta_score", "fmeasure", "fscore", "matthews_correlation", "precision", "recall"]
