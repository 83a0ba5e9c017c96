"""`one_hot` and `text_to_word_sequence`, whose first argument was called `text` in 1.15."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras

_PUNCTUATION = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'


def text_to_word_sequence(text: str, filters: str = _PUNCTUATION, lower: bool = True, split: str = " ") -> Any:
    """The words of a text."""
    return keras().preprocessing.text.text_to_word_sequence(text, filters, lower, split)


def one_hot(text: str, n: int, filters: str = _PUNCTUATION, lower: bool = True, split: str = " ") -> Any:
    """The words of a text as numbers from 1 to `n - 1`, by Python's hash."""
    return keras().preprocessing.text.one_hot(text, n, filters, lower, split)
