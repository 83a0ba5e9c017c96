"""One answer about a whole text, or about a pair of texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tensorflow as tf

from bert_tf import checks, losses
from bert_tf.heads.base import BertHead
from bert_tf.layers.base import register
from bert_tf.layers.linear import Linear
from bert_tf.outputs import Logits


@register
class BertForSequenceClassification(BertHead):
    """`logits` [B,K]. Source: Hugging Face's `BertForSequenceClassification`.

    `problem_type` says what `labels` are: a class each [B], the numbers of a "regression" [B,K] ([B] for K = 1), or
    for "multi_label_classification" 0 or 1 for every label [B,K]. Without it K and the dtype of the labels tell.
    """

    def make(self) -> None:
        c = self.config
        self.drop = self.dropout()
        self.classifier = Linear(
            c.hidden_size, c.num_labels, c.initializer_range, name="classifier", dtype=self.dtype_policy
        )

    def scores(self, outputs: Any, training: bool | None) -> Logits:
        return Logits(self.classifier(self.drop(outputs.pooler_output, training=training)))

    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        labels = tf.convert_to_tensor(targets["labels"])
        kind = self.problem_type(labels.dtype)
        if kind == "single_label_classification":
            labels = checks.labels(labels, self.config.num_labels, scores.logits)
        else:
            checks.same_numbers(labels, scores.logits)
        return losses.SEQUENCE[kind](scores.logits, labels)

    def problem_type(self, dtype: Any) -> str:
        """The configuration's `problem_type`, or what Hugging Face infers."""
        if self.config.problem_type is not None:
            return self.config.problem_type
        if self.config.num_labels == 1:
            return "regression"
        return "single_label_classification" if dtype.is_integer else "multi_label_classification"
