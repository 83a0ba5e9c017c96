"""Classes and functions of Keras 2 that it offers to TensorFlow 2 code no more."""

from __future__ import annotations

from types import ModuleType
from typing import Any


def graph_mode_layer() -> Any:
    """The class that layers have below their own in TensorFlow 1's mode."""
    from tf_keras.src.engine import base_layer_v1

    return base_layer_v1.Layer


def serialization() -> ModuleType:
    """`serialize_keras_object` and `deserialize_keras_object` with the arguments and the format of 1.15."""
    from tf_keras.src.saving.legacy import serialization

    return serialization
