"""What 1.15 reported of every classifier of two classes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib import metrics


class _MetricKeys:
    AUC = "auc"
    PREDICTION_MEAN = "labels/prediction_mean"
    TARGET_MEAN = "labels/actual_target_mean"
    ACCURACY_BASELINE = "accuracy/baseline_target_mean"
    ACCURACY_MEAN = "accuracy/threshold_%f_mean"
    PRECISION_MEAN = "precision/positive_threshold_%f_mean"
    RECALL_MEAN = "recall/positive_threshold_%f_mean"


def get_default_binary_metrics_for_eval(thresholds: list[float]) -> dict[str, Callable[..., Any]]:
    """Name -> metric of (predictions, labels, weights); at each threshold accuracy, precision and recall."""
    keys = _MetricKeys
    found: dict[str, Callable[..., Any]] = {
        keys.PREDICTION_MEAN: _predictions_mean,
        keys.TARGET_MEAN: _labels_mean,
        keys.ACCURACY_BASELINE: _labels_mean,
        keys.AUC: _auc,
    }
    for threshold in thresholds:
        found[keys.ACCURACY_MEAN % threshold] = functools.partial(_accuracy, threshold)
        found[keys.PRECISION_MEAN % threshold] = functools.partial(
            _at_threshold, metrics.streaming_precision_at_thresholds, threshold
        )
        found[keys.RECALL_MEAN % threshold] = functools.partial(
            _at_threshold, metrics.streaming_recall_at_thresholds, threshold
        )
    return found


def _predictions_mean(predictions: Any, labels: Any, weights: Any = None) -> Any:
    return metrics.streaming_mean(predictions, weights=weights)


def _labels_mean(predictions: Any, labels: Any, weights: Any = None) -> Any:
    return metrics.streaming_mean(labels, weights=weights)


def _auc(predictions: Any, labels: Any, weights: Any = None) -> Any:
    return metrics.streaming_auc(predictions, labels, weights=_floats(weights))


def _accuracy(threshold: float, predictions: Any, labels: Any, weights: Any = None) -> Any:
    beyond = v1.cast(v1.greater_equal(predictions, threshold), v1.float32)
    return metrics.streaming_accuracy(predictions=beyond, labels=labels, weights=weights)


def _at_threshold(
    metric: Callable[..., Any], threshold: float, predictions: Any, labels: Any, weights: Any = None
) -> Any:
    value, update = metric(predictions, labels=labels, thresholds=[threshold], weights=_floats(weights))
    return v1.squeeze(value), update


def _floats(weights: Any) -> Any:
    return None if weights is None else v1.cast(weights, v1.float32)
