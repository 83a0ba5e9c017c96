"""Which of several texts goes best with another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tensorflow as tf

from bert_tf import checks, losses, stages
from bert_tf.heads.base import BertHead
from bert_tf.layers.base import register
from bert_tf.layers.linear import Linear
from bert_tf.outputs import Logits


@register
class BertForMultipleChoice(BertHead):
    """`logits` [B,C] for inputs [B,C,T]; `labels` [B]. Source: Hugging Face's `BertForMultipleChoice`."""

    ids_shape = (None, None, None)

    def make(self) -> None:
        c = self.config
        self.drop = self.dropout()
        self.classifier = Linear(c.hidden_size, 1, c.initializer_range, name="classifier", dtype=self.dtype_policy)

    def answer(self, given: Mapping[str, Any], training: bool | None) -> Logits:
        choices = stages.shape_of(tf.convert_to_tensor(given.get("input_ids", given.get("inputs_embeds"))))[1]
        flat = {name: each if name == "head_mask" else _joined(each) for name, each in given.items()}
        found = self.scores(self.bert(flat, training=training), training)  # [B·C,1]
        return Logits(tf.reshape(found.logits, [-1, choices]))

    def scores(self, outputs: Any, training: bool | None) -> Logits:
        return Logits(self.classifier(self.drop(outputs.pooler_output, training=training)))

    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        labels = checks.labels(targets["labels"], scores.logits.shape[-1], scores.logits)
        return losses.cross_entropy(scores.logits, labels)


def _joined(x: Any) -> Any:
    """[B,C,T,…] -> [B·C,T,…].

    Raises:
      ValueError: there are no choices.
    """
    x = tf.convert_to_tensor(x)
    if x.shape.rank is not None and x.shape.rank < 3:
        raise ValueError(f"inputs have the shape [batch, choices, tokens]; received {x.shape.as_list()}.")
    return tf.reshape(x, [-1, *stages.shape_of(x)[2:]])
