"""Hidden states to scores of every token of the vocabulary."""

from __future__ import annotations

from typing import Any

from bert_tf import stages
from bert_tf.layers.base import BertPart, register, value
from bert_tf.layers.layer_norm import LayerNorm
from bert_tf.layers.linear import Linear


@register
class BertPredictionHeadTransform(BertPart):
    """[..,H] -> [..,H]: dense, activation, norm. Source: Hugging Face's class of that name."""

    def __init__(self, config: Any, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c, own = self.config, {"dtype": self.dtype_policy}
        self.dense = Linear(c.hidden_size, c.hidden_size, c.initializer_range, name="dense", **own)
        self.LayerNorm = LayerNorm(c.hidden_size, c.layer_norm_eps, name="LayerNorm", **own)
        self.built = True

    def call(self, x: Any) -> Any:
        return self.LayerNorm(stages.activate(self.dense(x), self.config.hidden_act))


@register
class BertLMPredictionHead(BertPart):
    """[B,T,H] and the word embeddings [V,H] -> [B,T,V]. Source: Hugging Face's `BertLMPredictionHead`.

    Where `tie_word_embeddings` is false it has a `decoder` of its own, and `bias` is only kept for the file.
    """

    def __init__(self, config: Any, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c, own = self.config, {"dtype": self.dtype_policy}
        tied = c.tie_word_embeddings
        self.transform = BertPredictionHeadTransform(c, name="transform", **own)
        self.decoder = None if tied else Linear(c.hidden_size, c.vocab_size, c.initializer_range, name="decoder", **own)
        self.bias = self.add_weight(name="bias", shape=(c.vocab_size,), initializer="zeros", trainable=tied)  # [V]
        self.built = True

    def call(self, x: Any, table: Any) -> Any:
        x = self.transform(x)
        return stages.vocabulary_logits(x, table, value(self.bias)) if self.decoder is None else self.decoder(x)
