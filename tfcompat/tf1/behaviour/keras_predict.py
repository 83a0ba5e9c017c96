"""`tf.keras.Model.predict` of 1.15: silent unless asked, and the model's metrics start anew.

A `train_on_batch` that follows an evaluation and a prediction so reports its batch alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.engine.training_v1.Model.predict")
def predict_in_graph(original: Callable[..., Any], model: Any, *args: Any, **kwargs: Any) -> Any:
    if model._is_compiled:
        model.reset_metrics()
    return original(model, *args, **kwargs)


@replaces("tf_keras.src.engine.training.Model.predict")
def predict_eagerly(
    original: Callable[..., Any],
    model: Any,
    x: Any,
    batch_size: int | None = None,
    verbose: Any = 0,
    *args: Any,
    **kwargs: Any,
) -> Any:
    return original(model, x, batch_size, verbose, *args, **kwargs)
