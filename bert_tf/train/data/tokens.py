"""Words, and a label for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bert_tf.train.data import labels
from bert_tf.train.data.example import IGNORED, INPUTS, Examples
from bert_tf.train.data.rows import Row


def tokens(
    rows: Sequence[Row],
    tokenizer: Any,
    max_length: int,
    text: str = "tokens",
    label: str = "labels",
    known: Mapping[int, str] | None = None,
) -> Examples:
    """For `BertForTokenClassification`: `text` is a list of words, `label` a list of as many labels.

    In a file without lists both are separated by blanks. A word's first piece has its label; what follows, and the
    special tokens, are ignored, as in Hugging Face's examples.

    Raises:
      BadRow: there are not as many labels as words, no word at all, or a label is none of those known.
    """
    words = [_list(row, text) for row in rows]
    each = [_list(row, label) for row in rows]
    for row, texts, names in zip(rows, words, each, strict=True):
        if len(texts) != len(names):
            raise row.bad(f"one label for each word was expected; it has {len(texts)} words and {len(names)} labels.")
        if not texts:
            raise row.bad(f"{text} is empty.")
    named = labels.table((name for names in each for name in names), known)
    found = tokenizer([list(map(str, one)) for one in words], is_split_into_words=True, truncation=True,
                      max_length=max_length)  # fmt: skip
    inputs, targets = [], []
    for place, row in enumerate(rows):
        inputs.append({name: found[name][place] for name in INPUTS})
        targets.append({"labels": _spread(row, each[place], found.word_ids(place), named)})
    return Examples(inputs, targets, tokenizer.pad_token_id, {"id2label": named})


def _list(row: Row, name: str) -> list[Any]:
    found = row.get(name)
    if isinstance(found, str):
        return found.split()
    if not isinstance(found, (list, tuple)):
        raise row.bad(f"{name} is a list, or a text with blanks; received {found!r:.60}.")
    return list(found)


def _spread(row: Row, names: list[Any], words: list[int | None], named: Mapping[int, str]) -> list[int]:
    """A label for each token: that of the word which it begins."""
    numbers = [labels.number(row, name, named) for name in names]
    before: list[int | None] = [None, *words]
    return [
        IGNORED if word is None or word == last else numbers[word] for word, last in zip(words, before, strict=False)
    ]
