"""One answer about each token."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bert_tf import checks, losses
from bert_tf.heads.base import BertHead
from bert_tf.layers.base import register
from bert_tf.layers.linear import Linear
from bert_tf.outputs import Logits


@register
class BertForTokenClassification(BertHead):
    """`logits` [B,T,K]; `labels` [B,T], -100 to be ignored. Source: Hugging Face's `BertForTokenClassification`."""

    pools = False

    def make(self) -> None:
        c = self.config
        self.drop = self.dropout()
        self.classifier = Linear(
            c.hidden_size, c.num_labels, c.initializer_range, name="classifier", dtype=self.dtype_policy
        )

    def scores(self, outputs: Any, training: bool | None) -> Logits:
        return Logits(self.classifier(self.drop(outputs.last_hidden_state, training=training)))

    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        labels = checks.labels(targets["labels"], self.config.num_labels, scores.logits)
        return losses.cross_entropy(scores.logits, labels)
