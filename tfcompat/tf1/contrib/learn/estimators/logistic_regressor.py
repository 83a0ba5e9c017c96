"""`tf.contrib.learn.LogisticRegressor`: the metrics of two classes added to a model of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.estimator import Estimator
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, ModeKeys, ProblemType
from tfcompat.tf1.contrib.learn.estimators.model_fn import ModelFnOps


def LogisticRegressor(
    model_fn: Callable[..., Any],
    thresholds: list[float] | None = None,
    model_dir: str | None = None,
    config: Any = None,
    feature_engineering_fn: Any = None,
) -> Estimator:
    """An estimator of `model_fn(features, labels, mode)`, which answers (probabilities, loss, train_op).

    Evaluation adds accuracy, precision and recall at each threshold (0.5 by default), means and the area under
    the curve.
    """

    def with_metrics(features: Any, labels: Any, mode: str, params: dict[str, Any]) -> ModelFnOps:
        predictions, loss, train_op = model_fn(features, labels, mode)
        metrics = None
        if mode == ModeKeys.EVAL:
            metrics = _metrics(labels, predictions, params.get("thresholds") or [0.5])
        return ModelFnOps(
            mode=mode,
            predictions=predictions,
            loss=loss,
            train_op=train_op,
            eval_metric_ops=metrics,
            output_alternatives={"head": (ProblemType.LOGISTIC_REGRESSION, {"predictions": predictions})},
        )

    return Estimator(
        with_metrics,
        model_dir=model_dir,
        config=config,
        params={"thresholds": thresholds},
        feature_engineering_fn=feature_engineering_fn,
    )


def _metrics(labels: Any, predictions: Any, thresholds: list[float]) -> dict[str, Any]:
    if isinstance(labels, dict) and len(labels) == 1:
        (labels,) = labels.values()
    found = {
        MetricKey.PREDICTION_MEAN: v1.metrics.mean(predictions),
        MetricKey.LABEL_MEAN: v1.metrics.mean(labels),
        MetricKey.ACCURACY_BASELINE: v1.metrics.mean(labels),
        MetricKey.AUC: v1.metrics.auc(labels, predictions),
    }
    for each in thresholds:
        name = f"predictions_at_threshold_{each:f}"
        likely = v1.cast(v1.greater_equal(predictions, each), v1.float32, name=name)
        found[MetricKey.ACCURACY_MEAN % each] = v1.metrics.accuracy(labels, likely)
        found[MetricKey.PRECISION_MEAN % each] = v1.metrics.precision(labels, likely)
        found[MetricKey.RECALL_MEAN % each] = v1.metrics.recall(labels, likely)
    return found
