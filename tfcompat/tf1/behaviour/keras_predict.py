"""`tf.keras.Model.predict` starts the model's metrics anew, so a following `train_on_batch` reports its batch alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.engine.training_v1.Model.predict")
def predict(original: Callable[..., Any], model: Any, *args: Any, **kwargs: Any) -> Any:
    if model._is_compiled:
        model.reset_metrics()
    return original(model, *args, **kwargs)
