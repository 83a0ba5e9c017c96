"""Heads for two classes: by logistic regression, and by the hinge loss of support vector machines."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.heads import losses, metrics
from tfcompat.tf1.contrib.learn.estimators.heads.base import Head
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, PredictionKey, ProblemType


class BinaryLogisticHead(Head):
    """Predicts `logits`, `logistic`, `probabilities` [batch, 2] and `classes` from one logit."""

    default_name = "binary_logistic_head"

    def __init__(self, thresholds: Any = None, loss_fn: Any = None, **options: Any) -> None:
        super().__init__(ProblemType.LOGISTIC_REGRESSION, 1, loss_fn or losses.log_loss_of_two_classes, **options)
        self._thresholds = thresholds or (0.5,)

    def _predictions(self, logits: Any) -> dict[str, Any]:
        key = PredictionKey
        with v1.name_scope(None, "predictions", (logits,)):
            two = v1.concat((v1.zeros_like(logits), logits), 1)
            return {
                key.LOGITS: logits,
                key.LOGISTIC: v1.sigmoid(logits, name=key.LOGISTIC),
                key.PROBABILITIES: v1.nn.softmax(two, name=key.PROBABILITIES),
                key.CLASSES: v1.argmax(two, 1, name=key.CLASSES),
            }

    def _metrics(self, loss: Any, predictions: dict[str, Any], labels: Any, weights: Any) -> dict[str, Any]:
        with v1.name_scope("metrics", values=[loss, labels, weights, *predictions.values()]):
            classes, logistic = predictions[PredictionKey.CLASSES], predictions[PredictionKey.LOGISTIC]
            found = {
                MetricKey.LOSS: v1.metrics.mean(loss),
                MetricKey.ACCURACY: v1.metrics.accuracy(labels, classes, weights),
                MetricKey.PREDICTION_MEAN: metrics.mean(logistic, weights),
                MetricKey.LABEL_MEAN: metrics.mean(labels, weights),
                MetricKey.ACCURACY_BASELINE: metrics.mean(labels, weights),
                MetricKey.AUC: metrics.auc(logistic, labels, weights),
                MetricKey.AUC_PR: metrics.auc(logistic, labels, weights, curve="PR"),
            }
            for each in self._thresholds:
                rows = logistic, labels, weights, each
                found[MetricKey.ACCURACY_MEAN % each] = metrics.accuracy_at(*rows)
                found[MetricKey.PRECISION_MEAN % each] = metrics.at(v1.metrics.precision_at_thresholds, *rows)
                found[MetricKey.RECALL_MEAN % each] = metrics.at(v1.metrics.recall_at_thresholds, *rows)
        return {self.key(name): value for name, value in found.items()}

    def _outputs(self, predictions: dict[str, Any]) -> dict[Any, Any]:
        named = metrics.named_classes(predictions[PredictionKey.PROBABILITIES])
        return {self.head_name: (self.problem_type, named)}


class BinarySvmHead(Head):
    """Predicts `logits` and `classes` from one logit."""

    default_name = "binary_svm_head"

    def _predictions(self, logits: Any) -> dict[str, Any]:
        with v1.name_scope(None, "predictions", (logits,)):
            two = v1.concat((v1.zeros_like(logits), logits), 1)
            name = PredictionKey.CLASSES
            return {PredictionKey.LOGITS: logits, name: v1.argmax(two, 1, name=name)}

    def _metrics(self, loss: Any, predictions: dict[str, Any], labels: Any, weights: Any) -> dict[str, Any]:
        with v1.name_scope("metrics", values=[loss, labels, weights, *predictions.values()]):
            return {
                self.key(MetricKey.LOSS): v1.metrics.mean(loss),
                self.key(MetricKey.ACCURACY): v1.metrics.accuracy(labels, predictions[PredictionKey.CLASSES], weights),
            }


def binary_svm_head(
    label_name: str | None = None,
    weight_column_name: str | None = None,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    thresholds: Any = None,
) -> Head:
    """A head for two classes by the hinge loss."""
    return BinarySvmHead(
        ProblemType.LOGISTIC_REGRESSION,
        1,
        losses.hinge,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )
