"""Texts, or pairs of them, and a class or a number for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bert_tf.train.data import labels
from bert_tf.train.data.example import INPUTS, Examples
from bert_tf.train.data.rows import Row


def classes(
    rows: Sequence[Row],
    tokenizer: Any,
    max_length: int,
    text: str = "text",
    text_b: str | None = None,
    label: str = "label",
    known: Mapping[int, str] | None = None,
) -> Examples:
    """For `BertForSequenceClassification`: `label` is a name or a number; `known` says which there are.

    Raises:
      BadRow: a text is missing or empty, or a label is none of those known.
    """
    named = labels.table((row.get(label) for row in rows), known)
    targets = [{"labels": labels.number(row, row.get(label), named)} for row in rows]
    return Examples(_texts(rows, tokenizer, max_length, text, text_b), targets, tokenizer.pad_token_id, {
        "id2label": named, "problem_type": "single_label_classification",
    })  # fmt: skip


def numbers(
    rows: Sequence[Row],
    tokenizer: Any,
    max_length: int,
    text: str = "text",
    text_b: str | None = None,
    label: str = "label",
    known: Mapping[int, str] | None = None,
) -> Examples:
    """For `BertForSequenceClassification` of one label: `label` is a number, learned by its squared error.

    Raises:
      BadRow: a text is missing or empty, or a label is no number.
    """
    targets = []
    for row in rows:
        try:
            targets.append({"labels": float(row.get(label))})
        except (TypeError, ValueError):
            raise row.bad(f"{label} is a number; received {row.values.get(label)!r:.60}.") from None
    fields = {"num_labels": 1, "problem_type": "regression"}
    return Examples(_texts(rows, tokenizer, max_length, text, text_b), targets, tokenizer.pad_token_id, fields)


def _texts(
    rows: Sequence[Row], tokenizer: Any, max_length: int, text: str, text_b: str | None
) -> list[dict[str, list[int]]]:
    first = [row.text(text) for row in rows]
    second = None if text_b is None else [row.text(text_b) for row in rows]
    found = tokenizer(first, second, truncation=True, max_length=max_length)
    return [{name: found[name][place] for name in INPUTS} for place in range(len(rows))]
