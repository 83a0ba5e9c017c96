"""One of the encoder's layers."""

from __future__ import annotations

from typing import Any

from bert_tf.layers.add_norm import BertOutput
from bert_tf.layers.attention import BertAttention
from bert_tf.layers.base import BertPart, register
from bert_tf.layers.intermediate import BertIntermediate
from bert_tf.listening import at, heard


@register
class BertLayer(BertPart):
    """[B,T,H] -> [B,T,H]. Source: Hugging Face's `BertLayer`."""

    output: Any = None  # the part of that name, not Keras' property, which savers pass over

    def __init__(self, config: Any, layer: int = 0, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        own = {"dtype": self.dtype_policy}
        self.layer = layer
        self.attention = BertAttention(self.config, layer, name="attention", **own)
        self.intermediate = BertIntermediate(self.config, name="intermediate", **own)
        self.output = self.output_part = BertOutput(self.config, name="output", **own)
        self.built = True

    def call(self, x: Any, attention_mask: Any = None, head_mask: Any = None, training: bool | None = None) -> Any:
        with at(f"layer.{self.layer}"):
            attended = self.attention(
                x, attention_mask=attention_mask, head_mask=head_mask, training=training
            )  # [B,T,H]
            wide = self.intermediate(attended)  # [B,T,I]
            with at("output"):
                new = self.output(wide, attended, training=training)  # [B,T,H]
            return heard("output", new)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "layer": self.layer}
