"""Texts of which some words are hidden, anew each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bert_tf.train.data.example import IGNORED, INPUTS, Examples, padded
from bert_tf.train.data.rows import Row


@dataclass(frozen=True)
class Masked(Examples):
    """Examples whose labels are drawn with each batch. Source: Hugging Face's `DataCollatorForLanguageModeling`.

    `groups`: for each example and token which piece of a word it is, -1 for special ones; tokens of one number are
    hidden together. Of the hidden ones 8 in 10 become `mask_id`, 1 in 10 any token, and the rest stay.
    """

    groups: Sequence[Sequence[int]] = ()
    mask_id: int = 0
    vocab_size: int = 0
    share: float = 0.15

    def batch(self, places: Sequence[int], generator: np.random.Generator | None = None) -> tuple[Any, Any]:
        draw = generator or np.random.default_rng(places[0])
        given, _ = super().batch(places)
        groups = padded([self.groups[each] for each in places], -1)  # [B,T]
        hidden = np.stack([self._hidden(row, draw) for row in groups])  # [B,T]
        labels = np.where(hidden, given["input_ids"], IGNORED).astype("int32")
        fate = draw.random(hidden.shape)
        any_token = draw.integers(0, self.vocab_size, hidden.shape, dtype="int32")
        ids = np.where(hidden & (fate < 0.8), self.mask_id, given["input_ids"])
        given["input_ids"] = np.where(hidden & (fate >= 0.9), any_token, ids).astype("int32")
        return given, {"labels": labels}

    def _hidden(self, groups: np.ndarray, draw: np.random.Generator) -> np.ndarray:
        known = np.unique(groups[groups >= 0])
        chosen = known[draw.random(len(known)) < self.share]
        if not len(chosen):
            chosen = draw.choice(known, 1)
        return np.isin(groups, chosen)


def masked(
    rows: Sequence[Row],
    tokenizer: Any,
    max_length: int,
    text: str = "text",
    share: float = 0.15,
    whole_words: bool = True,
    known: Mapping[int, str] | None = None,
) -> Masked:
    """For `BertForMaskedLM`: texts longer than `max_length` are cut into several.

    Args:
      share: how much of each text is hidden, at least one word.
      whole_words: hide all pieces of a word or none.

    Raises:
      BadRow: a text is missing or empty.
    """
    inputs, groups = [], []
    for row in rows:
        found = tokenizer([row.text(text)], truncation=True, max_length=max_length, return_overflowing_tokens=True)
        for place, encoding in enumerate(found.encodings):
            if len(encoding) <= 2:
                continue
            inputs.append({name: found[name][place] for name in INPUTS})
            words = encoding.word_ids if whole_words else range(len(encoding))
            special = encoding.special_tokens_mask
            groups.append([-1 if each else word for each, word in zip(special, words, strict=True)])
    targets: list[dict[str, Any]] = [{} for _ in inputs]
    return Masked(
        inputs, targets, tokenizer.pad_token_id, groups=groups, mask_id=tokenizer.mask_token_id,
        vocab_size=tokenizer.vocab_size, share=share,
    )  # fmt: skip
