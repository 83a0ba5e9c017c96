"""What decoders do with their optional output layer."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras, v1


def checked(layer: Any) -> Any:
    """The layer, or None; TypeError if it is neither."""
    if layer is not None and not isinstance(layer, keras().layers.Layer):
        raise TypeError(f"output_layer must be a Layer, received: {type(layer)}")
    return layer


def output_size(size: Any, layer: Any) -> Any:
    """The nest of sizes after the layer, for those before it."""
    if layer is None:
        return size
    shapes = v1.nest.map_structure(lambda each: v1.TensorShape([None]).concatenate(each), size)
    return v1.nest.map_structure(lambda shape: shape[1:], layer.compute_output_shape(shapes))
