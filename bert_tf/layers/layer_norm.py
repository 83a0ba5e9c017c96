"""Layer normalization over the last axis."""

from __future__ import annotations

from typing import Any

import keras

from bert_tf import gradients, stages
from bert_tf.layers.base import AnyGraph, register, value


@register
class LayerNorm(AnyGraph, keras.layers.Layer):
    """[.., H] -> [.., H]. Source: `torch.nn.LayerNorm`; half precision is widened to float32 inside."""

    def __init__(self, size: int, eps: float = 1e-12, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size, self.eps = size, eps
        self.weight = self.add_weight(name="weight", shape=(size,), initializer="ones")  # [H]
        self.bias = self.add_weight(name="bias", shape=(size,), initializer="zeros")  # [H]
        self.built = True

    def call(self, x: Any, training: bool | None = None) -> Any:
        normalize = gradients.layer_norm if training else stages.layer_norm
        return normalize(x, value(self.weight), value(self.bias), self.eps)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": self.size, "eps": self.eps}
