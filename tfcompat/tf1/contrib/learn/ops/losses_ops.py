"""A linear layer with its loss, in one: predictions and loss."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def mean_squared_error_regressor(
    tensor_in: Any, labels: Any, weights: Any, biases: Any, name: str | None = None
) -> tuple[Any, Any]:
    """Predictions [batch, outputs], or [batch] where the labels are, and the mean squared error.

    `tensor_in` [batch, features], `weights` [features, outputs], `biases` [outputs].
    """
    with v1.name_scope(name, "mean_squared_error_regressor", [tensor_in, labels]):
        predictions = v1.nn.xw_plus_b(tensor_in, weights, biases)
        if len(labels.get_shape()) == 1 and len(predictions.get_shape()) == 2:
            predictions = v1.squeeze(predictions, axis=[1])
        return predictions, v1.losses.mean_squared_error(labels, predictions)


def softmax_classifier(
    tensor_in: Any, labels: Any, weights: Any, biases: Any, class_weight: Any = None, name: str | None = None
) -> tuple[Any, Any]:
    """Probabilities [batch, classes] and the cross entropy with one-hot labels [batch, classes].

    `class_weight` [classes] multiplies the logits.
    """
    with v1.name_scope(name, "softmax_classifier", [tensor_in, labels]):
        logits = v1.nn.xw_plus_b(tensor_in, weights, biases)
        if class_weight is not None:
            logits = v1.multiply(logits, class_weight)
        return v1.nn.softmax(logits), v1.losses.softmax_cross_entropy(labels, logits)
