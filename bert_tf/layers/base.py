"""What every layer here has in common: a configuration, weights from the start, and a way back from a file."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

from bert_tf.adapters import substitute
from bert_tf.config import BertConfig

register = keras.saving.register_keras_serializable(package="bert_tf")


class AnyGraph:
    """Called on tensors of a TensorFlow 1 graph, a layer works there; see `bert_tf.adapters.tf1_graph`."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        own: Any = super().__call__  # type: ignore[misc]
        graph = _session_graph((args, kwargs))
        if graph is None:
            return own(*args, **kwargs)
        from bert_tf.adapters import tf1_graph

        return tf1_graph.call(self, graph, own, args, kwargs)


class BertPart(AnyGraph, keras.layers.Layer):
    """A Keras layer made of a `BertConfig`, or of the mapping that `to_dict` gives."""

    def __init__(self, config: BertConfig | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.config = as_config(config)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "config": self.config.to_dict()}


def as_config(config: BertConfig | dict[str, Any]) -> BertConfig:
    """The configuration, if need be from its mapping."""
    return config if isinstance(config, BertConfig) else BertConfig.from_dict(config)


def _session_graph(values: Any) -> Any:
    """The graph that is run in sessions to which one of the values belongs; None for eager ones and `tf.function`s."""
    if substitute.inside():
        return None
    for each in tf.nest.flatten(values, expand_composites=True):
        if tf.is_symbolic_tensor(each) and not each.graph.building_function:
            return each.graph
    return None


def value(variable: Any) -> Any:
    """A weight as a tensor, in the layer's compute dtype."""
    return tf.convert_to_tensor(variable)
