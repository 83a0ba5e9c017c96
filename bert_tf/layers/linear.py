"""x·W + b."""

from __future__ import annotations

from typing import Any

import keras

from bert_tf import stages
from bert_tf.layers import initial
from bert_tf.layers.base import AnyGraph, register, value


@register
class Linear(AnyGraph, keras.layers.Layer):
    """[.., inputs] -> [.., outputs]. Source: `torch.nn.Linear`, whose weight is this one transposed.

    Args:
      inputs: the width of the last axis that comes in.
      outputs: the width that goes out.
      deviation: the standard deviation of the initial weights.
    """

    def __init__(self, inputs: int, outputs: int, deviation: float = 0.02, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.inputs, self.outputs, self.deviation = inputs, outputs, deviation
        normal = keras.initializers.RandomNormal(stddev=deviation)
        self.weight = initial.add_drawn(self, (inputs, outputs), normal)  # [H,I]
        self.bias = self.add_weight(name="bias", shape=(outputs,), initializer="zeros")  # [I]
        self.built = True

    def call(self, x: Any) -> Any:
        return stages.dense(x, value(self.weight), value(self.bias))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "inputs": self.inputs, "outputs": self.outputs, "deviation": self.deviation}
