"""The end of each half of a layer: back to the hidden size, the input added, normalized."""

from __future__ import annotations

from typing import Any

import keras

from bert_tf import stages
from bert_tf.layers.base import BertPart, as_config, register
from bert_tf.layers.layer_norm import LayerNorm
from bert_tf.layers.linear import Linear
from bert_tf.listening import heard


class AddNorm(BertPart):
    """[.., W] and the residual [.., H] -> LayerNorm(dense + residual) [.., H]."""

    def __init__(self, config: Any, width: int, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c, own = self.config, {"dtype": self.dtype_policy}
        self.dense = Linear(width, c.hidden_size, c.initializer_range, name="dense", **own)
        self.LayerNorm = LayerNorm(c.hidden_size, c.layer_norm_eps, name="LayerNorm", **own)
        self.dropout = keras.layers.Dropout(c.hidden_dropout_prob, name="dropout", **own)
        self.built = True

    def call(self, x: Any, residual: Any, training: bool | None = None) -> Any:
        dense = heard("dense", self.dense(x))
        total = heard("residual", stages.add_residual(self.dropout(dense, training=training), residual))
        return self.LayerNorm(total)


@register
class BertSelfOutput(AddNorm):
    """After attention: [B,T,N·D] -> [B,T,H]. Source: Hugging Face's `BertSelfOutput`."""

    def __init__(self, config: Any, layer: int = 0, **kwargs: Any) -> None:
        c = as_config(config)
        super().__init__(c, c.heads_kept(layer) * c.head_size, **kwargs)
        self.layer = layer

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "layer": self.layer}


@register
class BertOutput(AddNorm):
    """After the intermediate: [B,T,I] -> [B,T,H]. Source: Hugging Face's `BertOutput`."""

    def __init__(self, config: Any, **kwargs: Any) -> None:
        c = as_config(config)
        super().__init__(c, c.intermediate_size, **kwargs)
