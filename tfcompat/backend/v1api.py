"""TensorFlow's own `tf.compat.v1`, looked up when a name is asked for, so that importing our modules is cheap."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

from tfcompat.backend import legacy_keras


class _CompatV1:
    """Attribute access on `tensorflow.compat.v1`; asks each time, so replaced functions are found too."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module("tensorflow.compat.v1"), name)


v1: Any = _CompatV1()


def keras() -> ModuleType:
    """TensorFlow 1's `tf.keras`: Keras 2, from tf_keras."""
    return legacy_keras.load("keras")


def layers() -> ModuleType:
    """TensorFlow 1's `tf.layers`."""
    return legacy_keras.load("layers")


def rnn_cell() -> ModuleType:
    """TensorFlow 1's `tf.nn.rnn_cell`."""
    return legacy_keras.load("nn.rnn_cell")
