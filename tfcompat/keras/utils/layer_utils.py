"""`keras.utils.layer_utils` of Keras 1 and 2.3.1: what layers hold."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras
from tfcompat.keras.engine import configurations

layer_from_config = configurations.deserialize


def count_params(weights: Any) -> int:
    """How many numbers these weights hold; one that is there twice counts once."""
    distinct = {id(each): each for each in weights}.values()
    return int(sum(keras().backend.count_params(each) for each in distinct))


def count_total_params(layers: Any, layer_set: Any = None) -> tuple[int, int]:
    """How many numbers of layers are trained, and how many are not; what is in `layer_set` was counted already."""
    counted = set() if layer_set is None else layer_set
    trained = kept = 0
    for layer in layers:
        if layer in counted:
            continue
        counted.add(layer)
        if hasattr(layer, "layers"):
            inside = count_total_params(layer.layers, counted)
            trained, kept = trained + inside[0], kept + inside[1]
        else:
            sizes = keras().backend.count_params
            trained += sum(int(sizes(each)) for each in layer.trainable_weights)
            kept += sum(int(sizes(each)) for each in layer.non_trainable_weights)
    return trained, kept


__all__ = ["count_params", "count_total_params", "layer_from_config"]
