"""One vector for the whole text."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from bert_tf import stages
from bert_tf.layers.base import BertPart, register
from bert_tf.layers.linear import Linear
from bert_tf.listening import at, heard


@register
class BertPooler(BertPart):
    """[B,T,H] -> [B,H]: tanh of a dense layer of the first token. Source: Hugging Face's `BertPooler`."""

    def __init__(self, config: Any, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c = self.config
        self.dense = Linear(c.hidden_size, c.hidden_size, c.initializer_range, name="dense", dtype=self.dtype_policy)
        self.built = True

    def call(self, x: Any) -> Any:
        with at("pooler"):
            first = heard("first_token", stages.first_token(x))  # [B,H]
            return heard("output", tf.tanh(heard("dense", self.dense(first))))
