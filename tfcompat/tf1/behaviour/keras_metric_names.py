"""`tf.keras` metrics keep 1.15's names in eager mode too: "accuracy" is `acc`, "mae" is `mean_absolute_error`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces

_SHORT = {"accuracy": "acc", "acc": "acc", "crossentropy": "ce", "ce": "ce"}


@replaces("tf_keras.src.engine.compile_utils.MetricsContainer._get_metric_object")
def get_metric_object(original: Callable[..., Any], container: Any, metric: Any, y_t: Any, y_p: Any) -> Any:
    made = original(container, metric, y_t, y_p)
    if isinstance(metric, str) and hasattr(made, "_fn"):
        made._name = _SHORT.get(metric.lower(), made._fn.__name__)
    return made
