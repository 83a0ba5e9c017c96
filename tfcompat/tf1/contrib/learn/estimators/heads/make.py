"""`tf.contrib.learn.multi_class_head`: the head for two classes or for more."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.learn.estimators.heads.base import Head
from tfcompat.tf1.contrib.learn.estimators.heads.binary import BinaryLogisticHead
from tfcompat.tf1.contrib.learn.estimators.heads.multi_class import MultiClassHead


def multi_class_head(
    n_classes: int,
    label_name: str | None = None,
    weight_column_name: str | None = None,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    thresholds: Any = None,
    metric_class_ids: Any = None,
    loss_fn: Any = None,
    label_keys: Any = None,
) -> Head:
    """A head for classes of which each row has one.

    Raises:
      ValueError: there are fewer than two classes, or two and an argument that needs more.
    """
    if n_classes is None or n_classes < 2:
        raise ValueError(f"n_classes must be > 1 for classification: {n_classes}.")
    options = {
        "label_name": label_name,
        "weight_column_name": weight_column_name,
        "enable_centered_bias": enable_centered_bias,
        "head_name": head_name,
    }
    loss = _both(loss_fn) if loss_fn else None
    if n_classes > 2:
        return MultiClassHead(n_classes, metric_class_ids, loss, label_keys, **options)
    if metric_class_ids:
        raise ValueError("metric_class_ids invalid for n_classes==2.")
    if label_keys:
        raise ValueError("label_keys is not supported for n_classes=2.")
    return BinaryLogisticHead(thresholds, loss, **options)


def _both(loss_fn: Any) -> Any:
    """A user's loss as the one to train on and the one to show."""

    def loss(labels: Any, logits: Any, weights: Any = None) -> tuple[Any, Any]:
        value = loss_fn(labels, logits) if weights is None else loss_fn(labels, logits, weights)
        return value, value

    return loss
