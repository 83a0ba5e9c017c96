"""tf.metrics: a value, an update op and local variables."""

from typing import Any

from .registry import add

_LABELS = [1, 0, 1, 1]
_PREDICTIONS = [1, 1, 1, 0]
_SCORES = [0.9, 0.2, 0.4, 0.7]

_METRICS = {
    "accuracy": lambda tf: tf.metrics.accuracy(_LABELS, _PREDICTIONS),
    "auc": lambda tf: tf.metrics.auc(_LABELS, tf.constant(_SCORES), num_thresholds=5),
    "precision": lambda tf: tf.metrics.precision(_LABELS, _PREDICTIONS),
    "recall": lambda tf: tf.metrics.recall(_LABELS, _PREDICTIONS),
    "mean": lambda tf: tf.metrics.mean(tf.constant(_SCORES)),
    "mean_weights": lambda tf: tf.metrics.mean(tf.constant(_SCORES), weights=tf.constant([1.0, 0.0, 1.0, 1.0])),
    "mean_squared_error": lambda tf: tf.metrics.mean_squared_error(tf.constant(_SCORES), tf.zeros([4])),
    "root_mean_squared_error": lambda tf: tf.metrics.root_mean_squared_error(tf.constant(_SCORES), tf.zeros([4])),
    "mean_absolute_error": lambda tf: tf.metrics.mean_absolute_error(tf.constant(_SCORES), tf.zeros([4])),
    "mean_iou": lambda tf: tf.metrics.mean_iou(tf.constant(_LABELS), tf.constant(_PREDICTIONS), 2),
    "mean_per_class_accuracy": lambda tf: tf.metrics.mean_per_class_accuracy(
        tf.constant(_LABELS), tf.constant(_PREDICTIONS), 2
    ),
    "false_positives": lambda tf: tf.metrics.false_positives(_LABELS, _PREDICTIONS),
    "true_positives": lambda tf: tf.metrics.true_positives(_LABELS, _PREDICTIONS),
    "recall_at_k": lambda tf: tf.metrics.recall_at_k(tf.constant([[1]], tf.int64), tf.constant([[0.1, 0.9, 0.3]]), 2),
    "average_precision_at_k": lambda tf: tf.metrics.average_precision_at_k(
        tf.constant([[1]], tf.int64), tf.constant([[0.1, 0.9, 0.3]]), 2
    ),
    "percentage_below": lambda tf: tf.metrics.percentage_below(tf.constant(_SCORES), 0.5),
    "precision_at_thresholds": lambda tf: tf.metrics.precision_at_thresholds(_LABELS, tf.constant(_SCORES), [0.3, 0.6]),
}


def _measured(make: Any) -> Any:
    def build(tf: Any) -> Any:
        value, update = make(tf)
        return lambda session: [session.run(update), session.run(update), session.run(value)]

    return build


for _name, _make in sorted(_METRICS.items()):
    add("metrics", _name, _measured(_make))
add("metrics", "confusion_matrix", lambda tf: tf.confusion_matrix(_LABELS, _PREDICTIONS))
