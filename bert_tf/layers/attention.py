"""Attention and what follows it, by Hugging Face's names `attention.self` and `attention.output`."""

from __future__ import annotations

from typing import Any

from bert_tf.layers.add_norm import BertSelfOutput
from bert_tf.layers.base import BertPart, register
from bert_tf.layers.self_attention import BertSelfAttention
from bert_tf.listening import at, heard


@register
class BertAttention(BertPart):
    """[B,T,H] -> [B,T,H]. Source: Hugging Face's `BertAttention`."""

    output: Any = None  # the part of that name, not Keras' property, which savers pass over

    def __init__(self, config: Any, layer: int = 0, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        own = {"dtype": self.dtype_policy}
        self.layer = layer
        self.self = BertSelfAttention(self.config, layer, name="self", **own)
        self.output = self.output_part = BertSelfOutput(self.config, layer, name="output", **own)
        self.built = True

    def call(self, x: Any, attention_mask: Any = None, head_mask: Any = None, training: bool | None = None) -> Any:
        with at("attention"):
            joined = self.self(x, attention_mask=attention_mask, head_mask=head_mask, training=training)  # [B,T,N·D]
            return heard("output", self.output(joined, x, training=training))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "layer": self.layer}
