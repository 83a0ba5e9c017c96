"""Texts, or pairs of them, and a class, several labels or a number for each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from bert_tf.train.data import labels
from bert_tf.train.data.example import INPUTS, Examples
from bert_tf.train.data.rows import Row

_FLAGS = {"1": True, "0": False, "1.0": True, "0.0": False, "True": True, "False": False}


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


def several(
    rows: Sequence[Row],
    tokenizer: Any,
    max_length: int,
    text: str = "text",
    text_b: str | None = None,
    label: str | Sequence[str] = "labels",
    known: Mapping[int, str] | None = None,
) -> Examples:
    """For `BertForSequenceClassification` of several labels at once, each there or not by itself.

    `label` names the column that lists a text's labels, as a list or as text with commas between them; or it names
    several columns, one for each label, which hold 1 where it is there and 0 where it is not. A text may have none.

    Raises:
      BadRow: a text is missing or empty, a label is none of those known, or another number than 0 and 1 is there.
    """
    listed = [_listed(row, label) for row in rows]
    named = labels.table((name for each in listed for name in each), known or _columns(label))
    targets = []
    for row, names in zip(rows, listed, strict=True):
        there = {labels.number(row, name, named) for name in names}
        targets.append({"labels": [float(number in there) for number in named]})
    return Examples(_texts(rows, tokenizer, max_length, text, text_b), targets, tokenizer.pad_token_id, {
        "id2label": named, "problem_type": "multi_label_classification",
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
            number = float(row.get(label))
        except (TypeError, ValueError):
            number = math.nan
        if not math.isfinite(number):
            raise row.bad(f"{label} is a number; received {row.values.get(label)!r:.60}.")
        targets.append({"labels": number})
    fields = {"num_labels": 1, "problem_type": "regression"}
    return Examples(_texts(rows, tokenizer, max_length, text, text_b), targets, tokenizer.pad_token_id, fields)


def _columns(label: str | Sequence[str]) -> Mapping[int, str] | None:
    return None if isinstance(label, str) else dict(enumerate(label))


def _listed(row: Row, label: str | Sequence[str]) -> list[str]:
    """The labels that a row has."""
    if isinstance(label, str):
        found = row.get(label)
        each = found.split(",") if isinstance(found, str) else found
        if not isinstance(each, (list, tuple)):
            raise row.bad(f"{label} is a list, or a text with commas; received {found!r:.60}.")
        return [text for text in (str(one).strip() for one in each) if text]
    there = {}
    for name in label:
        there[name] = str(row.get(name)).strip()
        if there[name] not in _FLAGS:
            raise row.bad(f"{name} is 1 or 0, as each label's column; received {row.get(name)!r:.60}.")
    return [name for name, text in there.items() if _FLAGS[text]]


def _texts(
    rows: Sequence[Row], tokenizer: Any, max_length: int, text: str, text_b: str | None
) -> list[dict[str, list[int]]]:
    first = [row.text(text) for row in rows]
    second = None if text_b is None else [row.text(text_b) for row in rows]
    found = tokenizer(first, second, truncation=True, max_length=max_length)
    return [{name: found[name][place] for name in INPUTS} for place in range(len(rows))]
