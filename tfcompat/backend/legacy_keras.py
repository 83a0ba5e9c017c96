"""Keras 2 (the tf_keras package): what TensorFlow 1's `tf.keras`, `tf.layers` and `tf.nn.rnn_cell` are made of."""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType

from tfcompat.backend import replace, versions
from tfcompat.backend.environment import LEGACY_KERAS

PATHS = {
    "keras": "tf_keras.api._v1.keras",
    "layers": "tf_keras.api._v1.keras.__internal__.legacy.layers",
    "nn.rnn_cell": "tf_keras.api._v1.keras.__internal__.legacy.rnn_cell",
}


def remark() -> str | None:
    """One sentence on what stands in the way of Keras 2 in this process, or None."""
    wish = os.environ.get(LEGACY_KERAS, "1")
    if wish not in ("1", "true", "True"):
        return (
            f"{LEGACY_KERAS}={wish} is set: TensorFlow 2 libraries keep Keras 3, while tf.keras, tf.layers and "
            f"tf.nn.rnn_cell of TensorFlow 1 code come from tf_keras all the same; unset it to give both Keras 2."
        )
    if "tensorflow" in sys.modules and "keras.src" in sys.modules and "tf_keras" not in sys.modules:
        return (
            f"TensorFlow was imported with Keras 3 before tfcompat could set {LEGACY_KERAS}=1: TensorFlow 1 code gets "
            "Keras 2 from tf_keras all the same, but what was already taken from tf.keras stays Keras 3; "
            "import tfcompat first to have Keras 2 everywhere."
        )
    return None


def load(path: str) -> ModuleType:
    """The module of tf_keras that serves TensorFlow 1's `tf.<path>`, one of `PATHS`.

    Raises:
      ModuleNotFoundError: tf_keras is missing, or of another minor version than TensorFlow.
    """
    fits = versions.minor(versions.installed("tensorflow") or sys.modules["tensorflow"].__version__)
    name = PATHS[path]
    if name in sys.modules:
        return sys.modules[name]
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        version = versions.installed("tf_keras")
        found = f"tf_keras {version} does not import ({error})" if version else "it is not installed"
        raise ModuleNotFoundError(
            f"tf.{path} needs Keras 2, the package tf_keras of TensorFlow's own minor version, but {found}; "
            f'run: pip install --no-deps "tf_keras=={fits}.*"',
            name="tf_keras",
        ) from error
    replace.apply()
    return module


def mismatch() -> str | None:
    """One sentence if tf_keras is of another minor version than TensorFlow, or None."""
    ours, theirs = versions.installed("tf_keras"), versions.installed("tensorflow")
    if ours is None or theirs is None or versions.minor(ours) == versions.minor(theirs):
        return None
    return (
        f"tf_keras {ours} does not belong to TensorFlow {theirs}: tf.keras, tf.layers and tf.nn.rnn_cell may fail; "
        f'run: pip install --no-deps "tf_keras=={versions.minor(theirs)}.*"'
    )
