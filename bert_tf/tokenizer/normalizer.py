"""BERT's basic tokenization: clean, split off Chinese characters, strip accents, lowercase, split into words.

Each character carries where it came from, so that a token knows its place in the original text.
Source: `BertNormalizer` and `BertPreTokenizer` of the `tokenizers` library; `BasicTokenizer` of google-research/bert.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bert_tf.tokenizer.unicode_tables import tables


class Char(NamedTuple):
    """One character and the span [start, end) of the original text that it stands for."""

    char: str
    start: int
    end: int


Word = list[Char]


@dataclass(frozen=True)
class Normalizer:
    """The switches of BERT's normalizer; `strip_accents` None means: as `do_lower_case`."""

    do_lower_case: bool = True
    strip_accents: bool | None = None
    tokenize_chinese_chars: bool = True

    def words(self, text: str, start: int = 0) -> list[Word]:
        """The words of `text`, which begins at `start` of the original."""
        return _split(self.normalize(Char(char, start + i, start + i + 1) for i, char in enumerate(text)))

    def normalize(self, chars: Iterable[Char]) -> list[Char]:
        """The characters after all switched-on steps, in the order of `BertNormalizer`."""
        found = _clean(chars)
        if self.tokenize_chinese_chars:
            found = _spaced(found)
        if self.do_lower_case if self.strip_accents is None else self.strip_accents:
            nonspacing = tables().nonspacing
            found = [each for each in _decomposed(found) if each.char not in nonspacing]
        if self.do_lower_case:
            lower = tables().lower
            found = [Char(new, each.start, each.end) for each in found for new in lower.get(each.char, each.char)]
        return found


def _clean(chars: Iterable[Char]) -> list[Char]:
    known = tables()
    kept = (each for each in chars if each.char not in known.removed)
    return [Char(" ", each.start, each.end) if each.char in known.space else each for each in kept]


def _spaced(chars: list[Char]) -> list[Char]:
    """Blanks around each Chinese character."""
    chinese = tables().chinese
    found: list[Char] = []
    for each in chars:
        blank = Char(" ", each.start, each.end)
        found += [blank, each, blank] if each.char in chinese else [each]
    return found


def _decomposed(chars: list[Char]) -> list[Char]:
    """Canonical decomposition (NFD), with marks in canonical order."""
    known = tables()
    # Each new character, and whether it is the first of the character it came from.
    found = [(new, first == 0) for each in chars for first, new in enumerate(known.decomposed(each.char))]
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and found[end][0] in known.combining:
            end += 1
        if end - start > 1:
            found[start:end] = sorted(found[start:end], key=lambda each: known.combining[each[0]])
        start = max(end, start + 1)
    return _placed(found, chars)


def _placed(found: list[tuple[str, bool]], chars: list[Char]) -> list[Char]:
    """Spans as `tokenizers` gives them: firsts take them in the order of the text, the others from the one before."""
    placed = []
    taken = 0
    for char, first in found:
        taken += first
        source = chars[max(taken - 1, 0)]
        placed.append(Char(char, source.start, source.end))
    return placed


def _split(chars: list[Char]) -> list[Word]:
    """Words between blanks; each punctuation character is a word of its own."""
    punctuation = tables().punctuation
    words: list[Word] = []
    word: Word = []
    for each in chars:
        alone = each.char in punctuation
        if (alone or each.char.isspace()) and word:
            words.append(word)
            word = []
        if alone:
            words.append([each])
        elif not each.char.isspace():
            word.append(each)
    if word:
        words.append(word)
    return words
