"""A Keras model's node 0 joins its own inputs and outputs, as in 1.15; the first call of the model is node 1.

tf_keras counts the calls alone, so that `model.get_output_at(1)` would be what the second call gave.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces
from tfcompat.backend.v1api import keras, v1


@replaces(
    "tf_keras.src.engine.base_layer.Layer._get_node_attribute_at_index",
    "tf_keras.src.engine.base_layer_v1.Layer._get_node_attribute_at_index",
)
def get_node_attribute_at_index(
    original: Callable[..., Any], layer: Any, node_index: int, attr: str, attr_name: str
) -> Any:
    if not isinstance(layer, module("engine.functional").Functional) or not layer.outputs:
        return original(layer, node_index, attr, attr_name)
    if node_index not in (0, -len(layer._inbound_nodes) - 1):
        return original(layer, node_index - (node_index > 0), attr, attr_name)
    own = layer._nested_inputs if attr.startswith("input") else layer._nested_outputs
    if attr.endswith("shapes"):
        own = v1.nest.map_structure(keras().backend.int_shape, own)
    return own[0] if isinstance(own, list) and len(own) == 1 else own
