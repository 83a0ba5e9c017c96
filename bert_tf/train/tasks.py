"""What can be learned: for each task the head, how rows become examples, and what Hugging Face calls it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bert_tf.train.data import classification, masked, spans, tokens
from bert_tf.train.data.example import Examples


class Task(NamedTuple):
    """`columns`: which of `text`, `text_b` and `label` the task's rows have; `pipeline`: Hugging Face's name."""

    head: str
    encode: Callable[..., Examples]
    columns: tuple[str, ...]
    pipeline: str


_TEXTS, _ONE = ("text", "text_b", "label"), ("text", "label")
TASKS = {
    "classification": Task("BertForSequenceClassification", classification.classes, _TEXTS, "text-classification"),
    "multi-label": Task("BertForSequenceClassification", classification.several, _TEXTS, "text-classification"),
    "regression": Task("BertForSequenceClassification", classification.numbers, _TEXTS, "text-classification"),
    "tokens": Task("BertForTokenClassification", tokens.tokens, _ONE, "token-classification"),
    "answers": Task("BertForQuestionAnswering", spans.spans, _TEXTS, "question-answering"),
    "mask": Task("BertForMaskedLM", masked.masked, ("text",), "fill-mask"),
}
