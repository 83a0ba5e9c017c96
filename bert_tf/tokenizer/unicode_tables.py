"""What BERT's tokenizer does with each Unicode character, as the `tokenizers` library does it (recorded from it).

Python's own `unicodedata` differs from one Python to the next, and from `tokenizers`.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path

# Hangul syllables decompose by rule (Unicode standard, section 3.12).
HANGUL_FIRST, HANGUL_LAST = 0xAC00, 0xD7A3
_LEAD, _VOWEL, _TRAIL = 0x1100, 0x1161, 0x11A7
_VOWELS, _TRAILS = 21, 28


@dataclass(frozen=True)
class Tables:
    """Sets of characters, and mappings from one character to its text."""

    removed: frozenset[str]  # control characters, U+FFFD and what has no character
    space: frozenset[str]
    chinese: frozenset[str]
    punctuation: frozenset[str]
    nonspacing: frozenset[str]  # accents and other marks of category Mn
    lower: dict[str, str]
    decomposition: dict[str, str]  # canonical (NFD), Hangul left out
    combining: dict[str, int]  # canonical combining class, where it is not 0

    def decomposed(self, char: str) -> str:
        """The canonical decomposition of one character."""
        point = ord(char)
        if HANGUL_FIRST <= point <= HANGUL_LAST:
            return _hangul(point)
        return self.decomposition.get(char, char)


@functools.cache
def tables() -> Tables:
    """The recorded tables; read once."""
    stored = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="ascii"))
    sets = {name: _set(stored[name]) for name in ("removed", "space", "chinese", "punctuation", "nonspacing")}
    combining = {char: int(order) for order, runs in stored["combining"].items() for char in _set(runs)}
    return Tables(**sets, lower=stored["lower"], decomposition=stored["decomposition"], combining=combining)


def _set(runs: list[list[int]]) -> frozenset[str]:
    return frozenset(chr(point) for first, last in runs for point in range(first, last + 1))


def _hangul(point: int) -> str:
    index = point - HANGUL_FIRST
    lead, vowel = divmod(index // _TRAILS, _VOWELS)
    trail = index % _TRAILS
    return chr(_LEAD + lead) + chr(_VOWEL + vowel) + (chr(_TRAIL + trail) if trail else "")
