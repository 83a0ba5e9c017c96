"""Whether the second text follows the first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bert_tf import checks, losses
from bert_tf.heads.base import BertHead
from bert_tf.layers.base import register
from bert_tf.layers.pretraining_heads import BertPreTrainingHeads
from bert_tf.outputs import Logits


@register
class BertForNextSentencePrediction(BertHead):
    """`logits` [B,2]; `labels` [B], 0 where it follows. Source: Hugging Face's `BertForNextSentencePrediction`."""

    def make(self) -> None:
        self.cls = BertPreTrainingHeads(self.config, masked=False, name="cls", dtype=self.dtype_policy)

    def scores(self, outputs: Any, training: bool | None) -> Logits:
        return Logits(self.cls(pooled=outputs.pooler_output)[1])

    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        return losses.cross_entropy(scores.logits, checks.labels(targets["labels"], 2, scores.logits))
