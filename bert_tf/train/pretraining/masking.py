"""Words hidden in a row of tokens."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

MASK, APART = "[MASK]", ("[CLS]", "[SEP]")


class Hidden(NamedTuple):
    """`tokens`: the row as the model sees it; `labels`: what stood at each of `positions`, which go up."""

    tokens: list[str]
    positions: list[int]
    labels: list[str]


def hide(
    tokens: Sequence[str], share: float, most: int, vocabulary: Sequence[str], draw: random.Random, whole_words: bool
) -> Hidden:
    """Hides `share` of the tokens, one at least and `most` at most. Source: `create_masked_lm_predictions`.

    Of those hidden 8 in 10 become `[MASK]`, 1 in 10 stays, and 1 in 10 becomes any token of the vocabulary. With
    `whole_words` all pieces of a word are hidden, or none; a word with more pieces than are left is passed over.
    """
    words = _words(tokens, whole_words)
    draw.shuffle(words)
    wanted = min(most, max(1, round(len(tokens) * share)))
    shown = list(tokens)
    positions: list[int] = []
    for word in words:
        if len(positions) >= wanted:
            break
        if len(positions) + len(word) > wanted:
            continue
        for place in word:
            shown[place] = _instead(tokens[place], vocabulary, draw)
        positions += word
    positions.sort()
    return Hidden(shown, positions, [tokens[place] for place in positions])


def _words(tokens: Sequence[str], whole: bool) -> list[list[int]]:
    words: list[list[int]] = []
    for place, token in enumerate(tokens):
        if token in APART:
            continue
        if whole and words and token.startswith("##"):
            words[-1].append(place)
        else:
            words.append([place])
    return words


def _instead(token: str, vocabulary: Sequence[str], draw: random.Random) -> str:
    if draw.random() < 0.8:
        return MASK
    if draw.random() < 0.5:
        return token
    return vocabulary[draw.randint(0, len(vocabulary) - 1)]
