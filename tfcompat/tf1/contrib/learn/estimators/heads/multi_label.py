"""A head for classes of which a row may have several."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.heads import losses, metrics
from tfcompat.tf1.contrib.learn.estimators.heads.base import Head
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, PredictionKey, ProblemType


class MultiLabelHead(Head):
    """Predicts `logits`, `probabilities` and `classes`, 0 or 1 for each class; labels [batch, classes] or sparse."""

    default_name = "multi_label_head"

    def __init__(self, n_classes: int, metric_class_ids: Any = None, loss_fn: Any = None, **options: Any) -> None:
        super().__init__(ProblemType.CLASSIFICATION, n_classes, loss_fn or losses.sigmoid_cross_entropy, **options)
        self._metric_class_ids = tuple(metric_class_ids or ())
        for each in self._metric_class_ids:
            if not 0 <= each < n_classes:
                raise ValueError(f"Class ID {each} not in [0, {n_classes}).")

    def _labels(self, labels: Any) -> Any:
        labels = labels[self.label_name] if isinstance(labels, dict) else labels
        labels = v1.convert_to_tensor_or_sparse_tensor(labels)
        if isinstance(labels, v1.SparseTensor):
            return v1.cast(v1.sparse_to_indicator(labels, self.logits_dimension), v1.int64)
        return labels

    def _predictions(self, logits: Any) -> dict[str, Any]:
        key = PredictionKey
        with v1.name_scope(None, "predictions", (logits,)):
            return {
                key.LOGITS: logits,
                key.PROBABILITIES: v1.sigmoid(logits, name=key.PROBABILITIES),
                key.CLASSES: v1.cast(v1.greater(logits, 0), v1.int64, name=key.CLASSES),
            }

    def _metrics(self, loss: Any, predictions: dict[str, Any], labels: Any, weights: Any) -> dict[str, Any]:
        with v1.name_scope("metrics", values=[loss, labels, weights, *predictions.values()]):
            classes, logits = predictions[PredictionKey.CLASSES], predictions[PredictionKey.LOGITS]
            likely = predictions[PredictionKey.PROBABILITIES]
            found = {
                MetricKey.LOSS: v1.metrics.mean(loss),
                MetricKey.ACCURACY: v1.metrics.accuracy(labels, classes, weights),
                MetricKey.AUC: metrics.auc(likely, labels, weights),
                MetricKey.AUC_PR: metrics.auc(likely, labels, weights, curve="PR"),
            }
            for each in self._metric_class_ids:
                found[MetricKey.CLASS_PREDICTION_MEAN % each] = metrics.mean(classes, weights, each)
                found[MetricKey.CLASS_LABEL_MEAN % each] = metrics.mean(labels, weights, each)
                found[MetricKey.CLASS_PROBABILITY_MEAN % each] = metrics.mean(likely, weights, each)
                found[MetricKey.CLASS_LOGITS_MEAN % each] = metrics.mean(logits, weights, each)
                found[MetricKey.CLASS_AUC % each] = metrics.auc(likely, labels, weights, each)
                found[MetricKey.CLASS_AUC_PR % each] = metrics.auc(likely, labels, weights, each, curve="PR")
        return {self.key(name): value for name, value in found.items()}

    def _outputs(self, predictions: dict[str, Any]) -> dict[Any, Any]:
        named = metrics.named_classes(predictions[PredictionKey.PROBABILITIES])
        return {self.head_name: (self.problem_type, named)}


def multi_label_head(
    n_classes: int,
    label_name: str | None = None,
    weight_column_name: str | None = None,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    thresholds: Any = None,
    metric_class_ids: Any = None,
    loss_fn: Any = None,
) -> Head:
    """A head for classes of which a row may have several.

    Raises:
      ValueError: there is only one class.
    """
    if n_classes < 2:
        raise ValueError(f"n_classes must be > 1 for classification: {n_classes}.")
    return MultiLabelHead(
        n_classes,
        metric_class_ids,
        (lambda labels, logits, weights=None: (loss_fn(labels, logits, weights),) * 2) if loss_fn else None,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )
