"""A dense layer on a text's vector."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

from bert_tf import stages
from bert_tf.layers.base import AnyGraph, register, value

# The modules of PyTorch that a file may name.
ACTIVATIONS = {
    "torch.nn.modules.activation.Tanh": "tanh",
    "torch.nn.modules.activation.ReLU": "relu",
    "torch.nn.modules.activation.GELU": "gelu",
    "torch.nn.modules.activation.SiLU": "silu",
    "torch.nn.modules.activation.Sigmoid": "sigmoid",
    "torch.nn.modules.linear.Identity": "linear",
}


@register
class Projection(AnyGraph, keras.layers.Layer):
    """[B,inputs] -> [B,outputs]. Source: sentence-transformers' `Dense`.

    Args:
      inputs, outputs: widths.
      bias: whether there is one.
      activation: one of `stages.ACTIVATIONS`.
    """

    def __init__(self, inputs: int, outputs: int, bias: bool = True, activation: str = "tanh", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.inputs, self.outputs, self.activation = inputs, outputs, activation
        self.weight = self.add_weight(name="weight", shape=(outputs, inputs))  # as PyTorch keeps it
        self.bias = self.add_weight(name="bias", shape=(outputs,), initializer="zeros") if bias else None
        self.built = True

    def call(self, x: Any) -> Any:
        found = tf.matmul(x, value(self.weight), transpose_b=True)
        found = found if self.bias is None else tf.nn.bias_add(found, value(self.bias))
        return stages.activate(found, self.activation)

    def get_config(self) -> dict[str, Any]:
        own = {"inputs": self.inputs, "outputs": self.outputs, "bias": self.bias is not None}
        return {**super().get_config(), **own, "activation": self.activation}
