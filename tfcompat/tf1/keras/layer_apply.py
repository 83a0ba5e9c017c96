"""`tf.keras.layers.Layer.apply`, another name for calling the layer, which Keras removed in the course of 2.x."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import keras_layers


def apply(self: Any, inputs: Any, *args: Any, **kwargs: Any) -> Any:
    """The layer called on its inputs."""
    return self(inputs, *args, **kwargs)


def install() -> None:
    """Gives the class of layers in TensorFlow 1's mode the method, unless it has it."""
    layer = keras_layers.graph_mode_layer()
    if not hasattr(layer, "apply"):
        layer.apply = apply
