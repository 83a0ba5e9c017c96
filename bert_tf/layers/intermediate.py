"""The wider layer between."""

from __future__ import annotations

from typing import Any

from bert_tf import gradients, stages
from bert_tf.layers.base import BertPart, register
from bert_tf.layers.linear import Linear
from bert_tf.listening import at, heard


@register
class BertIntermediate(BertPart):
    """[B,T,H] -> [B,T,I]. Source: Hugging Face's `BertIntermediate`."""

    def __init__(self, config: Any, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c = self.config
        self.dense = Linear(
            c.hidden_size, c.intermediate_size, c.initializer_range, name="dense", dtype=self.dtype_policy
        )
        self.built = True

    def call(self, x: Any, training: bool | None = None) -> Any:
        activate = gradients.activate if training else stages.activate
        with at("intermediate"):
            dense = heard("dense", self.dense(x))  # [B,T,I]
            return heard("activation", activate(dense, self.config.hidden_act))
