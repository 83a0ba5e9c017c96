"""`keras.losses` of 2.3.1: the functions of tf_keras, and those that differed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import by_name

_SAME = (
    "binary_crossentropy categorical_crossentropy categorical_hinge hinge kullback_leibler_divergence logcosh "
    "mean_absolute_error mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error poisson "
    "sparse_categorical_crossentropy squared_hinge"
).split()
_SHORT = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error",
    "kld": "kullback_leibler_divergence",
    "cosine": "cosine_proximity",
    "cosine_similarity": "cosine_proximity",
}
_CLASSES = (
    "BinaryCrossentropy CategoricalCrossentropy CategoricalHinge Hinge Huber KLDivergence LogCosh Loss "
    "MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError MeanSquaredLogarithmicError Poisson "
    "SparseCategoricalCrossentropy SquaredHinge"
).split()
_UPPER = {short.upper(): name for short, name in _SHORT.items() if len(short) < 5}
__all__ = sorted({
    *_SAME, *_SHORT, *_UPPER, *_CLASSES, "cosine_proximity", "deserialize", "get", "huber_loss", "serialize"
})  # fmt: skip
serialize = by_name.serialize


def cosine_proximity(y_true: Any, y_pred: Any, axis: int = -1) -> Any:
    """Minus the cosine of the angle between truth and prediction."""
    y_true, y_pred = v1.nn.l2_normalize(y_true, axis=axis), v1.nn.l2_normalize(y_pred, axis=axis)
    return -v1.reduce_sum(y_true * y_pred, axis=axis)


def huber_loss(y_true: Any, y_pred: Any, delta: float = 1.0) -> Any:
    """Half the squared error up to `delta`, linear beyond, for each entry."""
    error = v1.abs(y_pred - y_true)
    quadratic = v1.minimum(error, delta)
    return 0.5 * v1.square(quadratic) + delta * (error - quadratic)


def __getattr__(name: str) -> Any:
    if name in _CLASSES or name in _SAME:
        return getattr(keras().losses, name)
    name = _SHORT.get(name) or _UPPER.get(name) or ""
    if not name:
        raise AttributeError(f"keras.losses has no such name: {name}", name=name)
    return globals().get(name) or getattr(keras().losses, name)


class _Known(dict[str, Any]):
    """The losses by name, looked up when they are asked for."""

    def get(self, name: str, default: Any = None) -> Any:
        return getattr(keras().losses, name) if name in _SAME else globals().get(name) or self._short(name, default)

    def _short(self, name: str, default: Any) -> Any:
        return __getattr__(name) if name in __all__ else default


def get(identifier: Any) -> Callable[..., Any] | None:
    """The loss of a name, a configuration, or itself."""
    found: Callable[..., Any] | None = by_name.get(identifier, _Known(), "loss function")
    return found


def deserialize(name: Any, custom_objects: Any = None) -> Any:
    """The loss of a name or a configuration."""
    return by_name.deserialize(name, _Known(), custom_objects, "loss function")
