"""Each token gathers from the others, in several heads."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

from bert_tf import gradients, stages
from bert_tf.layers.base import BertPart, register
from bert_tf.layers.linear import Linear
from bert_tf.listening import heard


@register
class BertSelfAttention(BertPart):
    """[B,T,H] -> [B,T,N·D], the heads joined. Source: Hugging Face's `BertSelfAttention`, eager.

    Args:
      config: the sizes.
      layer: which layer of the encoder this is; heads that were pruned there are not made.
    """

    def __init__(self, config: Any, layer: int = 0, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c, own = self.config, {"dtype": self.dtype_policy}
        self.layer = layer
        self.heads = c.heads_kept(layer)
        width, spread = self.heads * c.head_size, c.initializer_range
        self.query = Linear(c.hidden_size, width, spread, name="query", **own)
        self.key = Linear(c.hidden_size, width, spread, name="key", **own)
        self.value = Linear(c.hidden_size, width, spread, name="value", **own)
        self.dropout = keras.layers.Dropout(c.attention_probs_dropout_prob, name="dropout", **own)
        self.built = True

    def call(self, x: Any, attention_mask: Any = None, head_mask: Any = None, training: bool | None = None) -> Any:
        """`attention_mask`: as of `stages.widen_mask`; `head_mask` [N]: what each head's probabilities are times."""
        query = heard("query", stages.split_heads(self.query(x), self.heads))  # [B,N,T,D]
        key = heard("key", stages.split_heads(self.key(x), self.heads))  # [B,N,T,D]
        value = heard("value", stages.split_heads(self.value(x), self.heads))  # [B,N,T,D]
        scores = heard("scores", stages.attention_scores(query, key))  # [B,N,T,T]
        if attention_mask is not None:
            scores = stages.mask_scores(scores, attention_mask, self.config.attention_mask_value)
        heard("masked_scores", scores)
        probs = heard("probs", stages.attention_probs(scores))
        if head_mask is not None:
            probs = stages.mask_heads(probs, head_mask)
        context = heard("context", self._context(probs, value, training))  # [B,N,T,D]
        return heard("joined", stages.join_heads(context))  # [B,T,N·D]

    def _context(self, probs: Any, value: Any, training: bool | None) -> Any:
        if not training or not self.dropout.rate:
            return stages.attention_context(probs, value)
        kept = self.dropout(tf.ones_like(probs), training=True) > 0
        return gradients.dropped_context(probs, value, kept, self.dropout.rate)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "layer": self.layer}
