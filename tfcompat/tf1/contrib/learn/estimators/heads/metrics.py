"""Streaming metrics of contrib.learn's heads, and the classes that a served model names."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import weights_broadcast_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.keys import PredictionKey


def mean(values: Any, weights: Any = None, column: int | None = None) -> Any:
    """The mean of values, or of one column of them."""
    values = v1.cast(values, v1.float32)
    weights = _float(weights)
    if weights is not None:
        weights = weights_broadcast_ops.broadcast_weights(weights, values)
    if column is not None:
        weights = weights if weights is None else weights[:, column]
        values = values[:, column]
    return v1.metrics.mean(values, weights)


def share(values: Any, weights: Any, number: int) -> Any:
    """How many of the values are a number."""
    same = v1.equal(v1.cast(number, v1.int32), v1.cast(values, v1.int32))
    return v1.metrics.mean(v1.where(same, v1.ones_like(values), v1.zeros_like(values)), weights=weights)


def auc(predictions: Any, labels: Any, weights: Any = None, column: int | None = None, curve: str = "ROC") -> Any:
    """The area under a curve."""
    predictions = v1.cast(predictions, v1.float32)
    if labels.dtype.base_dtype != v1.bool:
        v1.logging.warning("Casting %s labels to bool.", labels.dtype)
        labels = v1.cast(labels, v1.bool)
    weights = _float(weights)
    if weights is not None:
        weights = weights_broadcast_ops.broadcast_weights(weights, predictions)
    if column is not None:
        weights = weights if weights is None else weights[:, column]
        predictions, labels = predictions[:, column], labels[:, column]
    return v1.metrics.auc(labels, predictions, weights, curve=curve)


def accuracy_at(predictions: Any, labels: Any, weights: Any, threshold: float) -> Any:
    """How many predictions are right when those from the threshold on count as 1."""
    return v1.metrics.accuracy(labels, v1.cast(v1.greater_equal(predictions, threshold), v1.float32), weights)


def at(metric: Any, predictions: Any, labels: Any, weights: Any, threshold: float) -> Any:
    """`tf.metrics.precision_at_thresholds` or its sister at one threshold, as scalars."""
    value, update = metric(labels, predictions, (threshold,), _float(weights))
    return v1.squeeze(value), v1.squeeze(update)


def named_classes(probabilities: Any, label_keys: Any = None) -> dict[str, Any]:
    """Probabilities [batch, classes] with the classes' names of each row."""
    with v1.name_scope(None, "_classification_output_alternatives", (probabilities,)):
        batch = v1.shape(probabilities)[0]
        if label_keys:
            classes = v1.tile(v1.expand_dims(label_keys, axis=0), [batch, 1], name="classes_tensor")
        else:
            numbers = v1.range(v1.shape(probabilities)[1])
            classes = v1.as_string(v1.tile(v1.expand_dims(numbers, axis=0), [batch, 1]), name="classes_tensor")
    return {PredictionKey.PROBABILITIES: probabilities, PredictionKey.CLASSES: classes}


def _float(weights: Any) -> Any:
    if weights is None:
        return None
    with v1.name_scope(None, "float_weights", (weights,)) as name:
        return v1.cast(weights, v1.float32, name=name)
