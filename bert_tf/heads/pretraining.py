"""Both tasks of pre-training at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bert_tf import checks, losses
from bert_tf.heads.base import BertHead
from bert_tf.layers.base import register, value
from bert_tf.layers.pretraining_heads import BertPreTrainingHeads
from bert_tf.outputs import PreTraining


@register
class BertForPreTraining(BertHead):
    """`prediction_logits` [B,T,V] and `seq_relationship_logits` [B,2]. Source: Hugging Face's `BertForPreTraining`.

    `labels` [B,T], -100 to be ignored, and `next_sentence_label` [B], 0 where the second text follows; the loss needs
    both, and is their losses' sum.
    """

    targets = ("labels", "next_sentence_label")

    def make(self) -> None:
        self.cls = BertPreTrainingHeads(self.config, name="cls", dtype=self.dtype_policy)

    def call(  # type: ignore[override]
        self,
        input_ids: Any = None,
        attention_mask: Any = None,
        token_type_ids: Any = None,
        position_ids: Any = None,
        inputs_embeds: Any = None,
        head_mask: Any = None,
        labels: Any = None,
        next_sentence_label: Any = None,
        training: bool | None = None,
    ) -> Any:
        inputs = (input_ids, attention_mask, token_type_ids, position_ids, inputs_embeds, head_mask)
        return self.run(inputs, (labels, next_sentence_label), training)

    def scores(self, outputs: Any, training: bool | None) -> PreTraining:
        table = value(self.bert.embeddings.word_embeddings.weight)  # [V,H]
        return PreTraining(*self.cls(outputs.last_hidden_state, outputs.pooler_output, table))

    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        words, follows = scores.prediction_logits, scores.seq_relationship_logits
        labels = checks.labels(targets["labels"], self.config.vocab_size, words)
        following = checks.labels(targets["next_sentence_label"], 2, follows)
        return losses.cross_entropy(words, labels) + losses.cross_entropy(follows, following)
