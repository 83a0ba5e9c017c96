"""`Sequential.predict_classes` and `Sequential.predict_proba`, which Keras removed in 2.6.

They are added to Keras' own class, not to a subclass, so that every way to get at `Sequential` has them.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras, v1


def predict_proba(self: Any, x: Any, batch_size: int | None = 32, verbose: int = 0) -> Any:
    """The predictions, with a warning if they are no probabilities."""
    predictions = self.predict(x, batch_size, verbose)
    if predictions.min() < 0.0 or predictions.max() > 1.0:
        v1.logging.warning(
            "Network returning invalid probability values. The last layer might not normalize predictions into "
            "probabilities (like softmax or sigmoid would)."
        )
    return predictions


def predict_classes(self: Any, x: Any, batch_size: int | None = 32, verbose: int = 0) -> Any:
    """The class numbers: the highest of several outputs, or whether a single one is above one half."""
    predictions = self.predict(x, batch_size=batch_size, verbose=verbose)
    if predictions.shape[-1] > 1:
        return predictions.argmax(axis=-1)
    return (predictions > 0.5).astype("int32")


def install() -> None:
    """Gives Keras' Sequential both methods, unless it has them."""
    for method in (predict_proba, predict_classes):
        if not hasattr(keras().Sequential, method.__name__):
            setattr(keras().Sequential, method.__name__, method)
