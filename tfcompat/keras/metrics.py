"""`keras.metrics` of 2.3.1: the functions and classes of tf_keras, under the names that were given."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras
from tfcompat.keras import by_name, keras1_metrics, losses

_FUNCTIONS = (
    "binary_accuracy categorical_accuracy sparse_categorical_accuracy sparse_top_k_categorical_accuracy "
    "top_k_categorical_accuracy"
).split()
_CLASSES = (
    "AUC Accuracy BinaryAccuracy BinaryCrossentropy CategoricalAccuracy CategoricalCrossentropy CategoricalHinge "
    "CosineSimilarity FalseNegatives FalsePositives Hinge KLDivergence LogCoshError Mean MeanAbsoluteError "
    "MeanAbsolutePercentageError MeanIoU MeanRelativeError MeanSquaredError MeanSquaredLogarithmicError MeanTensor "
    "Metric Poisson Precision Recall RootMeanSquaredError SensitivityAtSpecificity SparseCategoricalAccuracy "
    "SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SpecificityAtSensitivity SquaredHinge Sum "
    "TopKCategoricalAccuracy TrueNegatives TruePositives"
).split()
_OF_LOSSES = [name for name in losses.__all__ if name[0].islower() or name.isupper()]
__all__ = sorted({*_FUNCTIONS, *_CLASSES, *_OF_LOSSES, *keras1_metrics.__all__, "accuracy", "clone_metric"})
serialize = by_name.serialize


def accuracy(y_true: Any, y_pred: Any) -> Any:
    """Whether truth and prediction are equal, for each entry."""
    return module("metrics.accuracy_metrics").accuracy(y_true, y_pred)


def cosine_proximity(y_true: Any, y_pred: Any, axis: int = -1) -> Any:
    """The cosine of the angle between truth and prediction; as a loss it has the other sign."""
    return -losses.cosine_proximity(y_true, y_pred, axis)


cosine = cosine_similarity = cosine_proximity


def clone_metric(metric: Any) -> Any:
    """A metric object like this one; a function as it is."""
    return type(metric).from_config(metric.get_config()) if isinstance(metric, keras().metrics.Metric) else metric


def __getattr__(name: str) -> Any:
    if name in _FUNCTIONS or name in _CLASSES:
        return getattr(keras().metrics, name)
    if name in keras1_metrics.__all__:
        return getattr(keras1_metrics, name)
    return getattr(losses, name)


class _Known(dict[str, Any]):
    """The metrics by name, looked up when they are asked for."""

    def get(self, name: str, default: Any = None) -> Any:
        return globals().get(name) or (__getattr__(name) if name in __all__ else default)


def get(identifier: Any) -> Any:
    """The metric of a name, a configuration, or itself."""
    return by_name.get(identifier, _Known(), "metric function")


def deserialize(config: Any, custom_objects: Any = None) -> Any:
    """The metric of a name or a configuration."""
    return by_name.deserialize(config, _Known(), custom_objects, "metric function")


def wrapped(metric: Any, name: str) -> Any:
    """A metric object as it is; a function as the mean of what it gives, under this name."""
    if isinstance(metric, keras().metrics.Metric):
        return metric
    return module("metrics.base_metric").MeanMetricWrapper(metric, name=name)
