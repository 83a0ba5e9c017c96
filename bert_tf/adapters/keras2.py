"""A layer in a Keras 2 model: the package `tf_keras`, which is also `tf.keras` where TF_USE_LEGACY_KERAS=1.

import tf_keras
from bert_tf.adapters.keras2 import Keras2Layer
ids = tf_keras.Input([None], dtype="int32")
pooled = Keras2Layer(bert_tf.BertModel.from_pretrained(path))(ids).pooler_output
model = tf_keras.Model(ids, tf_keras.layers.Dense(2)(pooled))
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tf_keras

from bert_tf.adapters import substitute
from bert_tf.weights import named_weights


@tf_keras.saving.register_keras_serializable(package="bert_tf")
class Keras2Layer(tf_keras.layers.Layer):
    """What a model or layer of this package computes, on weights that are Keras 2's.

    It starts with the weights of `model`, trains its own, and is saved and loaded in each of Keras 2's formats.

    Args:
      model: a `BertModel`, or another layer of this package, or what Keras 3's serializer made of one.
    """

    def __init__(self, model: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if not isinstance(model, keras.layers.Layer):
            model = keras.saving.deserialize_keras_object(model)
        names = {id(weight.variable): name for name, weight in named_weights(model).items()}
        self._keras3 = _Hidden(model)
        self._others = {
            str(number): self.add_weight(
                name=names.get(id(each), each.path).replace(".", "/"),
                shape=tuple(each.shape),
                dtype=str(each.dtype),
                initializer=_Values(np.asarray(each)),
                trainable=each.trainable,
            )
            for number, each in enumerate(model.variables)
        }

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """`inputs`: ids [B,T], or a mapping of the model's inputs. Returns what the model returns."""
        model = self._keras3.layer
        others = {id(each): self._others[str(number)] for number, each in enumerate(model.variables)}
        return substitute.run(model, others, lambda: model(inputs, training=training))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "model": keras.saving.serialize_keras_object(self._keras3.layer)}


class _Hidden:
    """Keeps a Keras 3 layer from Keras 2, which would track its weights a second time."""

    def __init__(self, layer: Any) -> None:
        self.layer = layer


class _Values(tf_keras.initializers.Initializer):
    """The weights that the model had."""

    def __init__(self, array: np.ndarray) -> None:
        self.array = array

    def __call__(self, shape: Any, dtype: Any = None, **kwargs: Any) -> Any:
        return self.array
