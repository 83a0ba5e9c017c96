"""The wider layer between."""

from __future__ import annotations

from typing import Any

from bert_tf import stages
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

    def call(self, x: Any) -> Any:
        with at("intermediate"):
            dense = heard("dense", self.dense(x))  # [B,T,I]
            return heard("activation", stages.activate(dense, self.config.hidden_act))
