"""A head for more than two classes, of which each row has one."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_estimators import lookup_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.heads import losses, metrics
from tfcompat.tf1.contrib.learn.estimators.heads.base import Head
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, PredictionKey, ProblemType


class MultiClassHead(Head):
    """Predicts `logits`, `probabilities` and `classes`: numbers, or the names in `label_keys`.

    Raises:
      ValueError: a class of `metric_class_ids` is none, or there is not a name for each class.
    """

    default_name = "multi_class_head"

    def __init__(
        self, n_classes: int, metric_class_ids: Any = None, loss_fn: Any = None, label_keys: Any = None, **options: Any
    ) -> None:
        super().__init__(ProblemType.CLASSIFICATION, n_classes, loss_fn or losses.softmax_cross_entropy, **options)
        self._metric_class_ids = tuple(metric_class_ids or ())
        for each in self._metric_class_ids:
            if not 0 <= each < n_classes:
                raise ValueError(f"Class ID {each} not in [0, {n_classes}).")
        if label_keys and len(label_keys) != n_classes:
            raise ValueError("Length of label_keys must equal n_classes.")
        self._label_keys = label_keys

    def _labels(self, labels: Any) -> Any:
        given = super()._labels(labels)
        if not self._label_keys:
            return {"labels": given, "label_ids": given}
        table = lookup_ops.index_table_from_tensor(self._label_keys, name="label_id_lookup")
        return {"labels": given, "label_ids": table.lookup(given)}

    def _loss(self, labels: Any, logits: Any, weights: Any) -> tuple[Any, Any]:
        return self._loss_fn(labels["label_ids"], logits, weights=weights)

    def _predictions(self, logits: Any) -> dict[str, Any]:
        key = PredictionKey
        with v1.name_scope(None, "predictions", (logits,)):
            classes = v1.argmax(logits, 1, name=key.CLASSES)
            if self._label_keys:
                table = lookup_ops.index_to_string_table_from_tensor(self._label_keys, name="class_string_lookup")
                classes = table.lookup(classes)
            probabilities = v1.nn.softmax(logits, name=key.PROBABILITIES)
            return {key.LOGITS: logits, key.PROBABILITIES: probabilities, key.CLASSES: classes}

    def _metrics(self, loss: Any, predictions: dict[str, Any], labels: Any, weights: Any) -> dict[str, Any]:
        with v1.name_scope("metrics", values=[loss, weights, *labels.values(), *predictions.values()]):
            classes = predictions[PredictionKey.CLASSES]
            found = {
                MetricKey.LOSS: v1.metrics.mean(loss),
                MetricKey.ACCURACY: v1.metrics.accuracy(labels["labels"], classes, weights),
            }
            for each in () if self._label_keys else self._metric_class_ids:
                probabilities, logits = predictions[PredictionKey.PROBABILITIES], predictions[PredictionKey.LOGITS]
                found[MetricKey.CLASS_PREDICTION_MEAN % each] = metrics.share(classes, weights, each)
                found[MetricKey.CLASS_LABEL_MEAN % each] = metrics.share(labels["label_ids"], weights, each)
                found[MetricKey.CLASS_PROBABILITY_MEAN % each] = metrics.mean(probabilities, weights, each)
                found[MetricKey.CLASS_LOGITS_MEAN % each] = metrics.mean(logits, weights, each)
        return {self.key(name): value for name, value in found.items()}

    def _outputs(self, predictions: dict[str, Any]) -> dict[Any, Any]:
        named = metrics.named_classes(predictions[PredictionKey.PROBABILITIES], self._label_keys)
        return {self.head_name: (self.problem_type, named)}
