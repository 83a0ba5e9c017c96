"""The heads of `tf.contrib.estimator`: those of the canned estimators, with losses averaged over the batch."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1

_MEAN = "weighted_sum_over_batch_size"


def _canned() -> Any:
    return door.load("python.estimator.canned.head")


def multi_class_head(
    n_classes: int,
    weight_column: Any = None,
    label_vocabulary: Any = None,
    loss_reduction: str = _MEAN,
    loss_fn: Any = None,
    name: str | None = None,
) -> Any:
    """A head for more than two classes; logits [batch, n_classes]."""
    make = _canned()._multi_class_head_with_softmax_cross_entropy_loss
    return make(n_classes, weight_column, label_vocabulary, loss_reduction, loss_fn, name)


def binary_classification_head(
    weight_column: Any = None,
    thresholds: Any = None,
    label_vocabulary: Any = None,
    loss_reduction: str = _MEAN,
    loss_fn: Any = None,
    name: str | None = None,
) -> Any:
    """A head for two classes; logits [batch, 1]."""
    make = _canned()._binary_logistic_head_with_sigmoid_cross_entropy_loss
    return make(weight_column, thresholds, label_vocabulary, loss_reduction, loss_fn, name)


def regression_head(
    weight_column: Any = None,
    label_dimension: int = 1,
    loss_reduction: str = _MEAN,
    loss_fn: Any = None,
    inverse_link_fn: Any = None,
    name: str | None = None,
) -> Any:
    """A head for numbers; logits [batch, label_dimension]."""
    return _canned()._regression_head(
        weight_column=weight_column,
        label_dimension=label_dimension,
        loss_reduction=loss_reduction,
        loss_fn=loss_fn,
        inverse_link_fn=inverse_link_fn,
        name=name,
    )


def poisson_regression_head(
    weight_column: Any = None,
    label_dimension: int = 1,
    loss_reduction: str = _MEAN,
    compute_full_loss: bool = True,
    name: str | None = None,
) -> Any:
    """A head for counts; logits are the logarithms of the means."""

    def loss(labels: Any, logits: Any) -> Any:
        return v1.nn.log_poisson_loss(targets=labels, log_input=logits, compute_full_loss=compute_full_loss)

    return regression_head(weight_column, label_dimension, loss_reduction, loss, v1.exp, name)


def logistic_regression_head(weight_column: Any = None, loss_reduction: str = _MEAN, name: str | None = None) -> Any:
    """A head for numbers from 0 to 1; logits [batch, 1]."""
    canned = _canned()

    def loss(labels: Any, logits: Any) -> Any:
        message = "Labels must be in range [0, 1]"
        labels = canned._assert_range(labels, n_classes=2, message=message)
        return v1.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)

    return regression_head(weight_column, 1, loss_reduction, loss, v1.sigmoid, name)
