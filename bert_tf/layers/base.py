"""What every layer here has in common: a configuration, weights from the start, and a way back from a file."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

from bert_tf.config import BertConfig

register = keras.saving.register_keras_serializable(package="bert_tf")


class BertPart(keras.layers.Layer):
    """A Keras layer made of a `BertConfig`, or of the mapping that `to_dict` gives."""

    def __init__(self, config: BertConfig | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.config = as_config(config)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "config": self.config.to_dict()}


def as_config(config: BertConfig | dict[str, Any]) -> BertConfig:
    """The configuration, if need be from its mapping."""
    return config if isinstance(config, BertConfig) else BertConfig.from_dict(config)


def value(variable: Any) -> Any:
    """A weight as a tensor, in the layer's compute dtype."""
    return tf.convert_to_tensor(variable)
