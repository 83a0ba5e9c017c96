"""How likely one text follows another."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from bert_tf.tasks import needs
from bert_tf.tasks.encode import encode


def next_sentence(model: Any, tokenizer: Any, text: str, following: str) -> float:
    """The probability that `following` comes after `text`, of a `BertForNextSentencePrediction` or `…PreTraining`.

    Raises:
      ValueError: a text is empty, or both are too long.
      Untrained: the model's head was never trained.
    """
    needs.check(model, "next-sentence")
    for name, each in (("first", text), ("second", following)):
        if not each.strip():
            raise ValueError(f"the {name} text is empty; two texts are compared.")
    outputs = model(encode(model, tokenizer, text, following))
    logits = outputs.logits if hasattr(outputs, "logits") else outputs.seq_relationship_logits  # [1,2]
    return float(tf.nn.softmax(tf.cast(logits, tf.float32))[0, 0])
