"""Which token stood where a text has a mask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bert_tf import checks, losses
from bert_tf.heads.base import BertHead
from bert_tf.layers.base import register, value
from bert_tf.layers.pretraining_heads import BertPreTrainingHeads
from bert_tf.outputs import Logits


@register
class BertForMaskedLM(BertHead):
    """`logits` [B,T,V]; `labels` [B,T], -100 to be ignored. Source: Hugging Face's `BertForMaskedLM`."""

    pools = False

    def make(self) -> None:
        self.cls = BertPreTrainingHeads(self.config, follows=False, name="cls", dtype=self.dtype_policy)

    def scores(self, outputs: Any, training: bool | None) -> Logits:
        table = value(self.bert.embeddings.word_embeddings.weight)  # [V,H]
        return Logits(self.cls(outputs.last_hidden_state, table=table)[0])

    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        labels = checks.labels(targets["labels"], self.config.vocab_size, scores.logits)
        return losses.cross_entropy(scores.logits, labels)
