"""The one door to tf-slim, which goes on with what was `tf.contrib.layers`, `framework`, `slim`, `losses`, `metrics`.

tf-slim was written for TensorFlow 1: it imports TensorFlow through the TF1 view (`tfcompat.hook`), which gives it the
modules that TensorFlow has moved since.
"""

from __future__ import annotations

import importlib
from types import ModuleType

from tfcompat.backend import legacy_keras

_MISSING = (
    "tf.contrib's layers, framework, slim, losses and metrics are served by tf-slim, which is not installed; run: "
)


def load(module: str = "") -> ModuleType:
    """`tf_slim`, or a module inside it (`layers.layers`), on the Keras 2 whose operations are matched to 1.15's.

    Raises:
      ModuleNotFoundError: tf-slim is not installed; the text says what to run.
    """
    legacy_keras.load("layers")
    try:
        return importlib.import_module(f"tf_slim.{module}" if module else "tf_slim")
    except ModuleNotFoundError as error:
        if error.name != "tf_slim":
            raise
        raise ModuleNotFoundError(f"{_MISSING}pip install tf-slim", name="tf_slim") from None
