"""The two heads of pre-training, one or both, by Hugging Face's name `cls`."""

from __future__ import annotations

from typing import Any

from bert_tf.layers.base import BertPart, register
from bert_tf.layers.linear import Linear
from bert_tf.layers.lm_predictions import BertLMPredictionHead


@register
class BertPreTrainingHeads(BertPart):
    """Hidden states and a pooled vector to both heads' scores. Source: Hugging Face's class of that name.

    Args:
      config: a `BertConfig`.
      masked: with the head for masked tokens; alone it is Hugging Face's `BertOnlyMLMHead`.
      follows: with the head for the next sentence; alone it is `BertOnlyNSPHead`.
    """

    def __init__(self, config: Any, masked: bool = True, follows: bool = True, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c, own = self.config, {"dtype": self.dtype_policy}
        self.predictions = BertLMPredictionHead(c, name="predictions", **own) if masked else None
        self.seq_relationship = (
            Linear(c.hidden_size, 2, c.initializer_range, name="seq_relationship", **own) if follows else None
        )
        self.built = True

    def call(self, hidden: Any = None, pooled: Any = None, table: Any = None) -> tuple[Any, Any]:
        """[B,T,H], [B,H] and the word embeddings [V,H] -> [B,T,V] and [B,2], None for a head that is not there."""
        return (
            None if self.predictions is None else self.predictions(hidden, table),
            None if self.seq_relationship is None else self.seq_relationship(pooled),
        )

    def get_config(self) -> dict[str, Any]:
        there = {"masked": self.predictions is not None, "follows": self.seq_relationship is not None}
        return {**super().get_config(), **there}
