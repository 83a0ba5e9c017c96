"""The normalizer as arrays: what each code point becomes, and which ones split a text."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from bert_tf.tokenizer.normalizer import Char, Normalizer
from bert_tf.tokenizer.unicode_tables import HANGUL_FIRST, HANGUL_LAST, tables

POINTS = 0x110000
_REPLACED, SPACE, ALONE = 1, 2, 4  # bits of `kinds`


@dataclass(frozen=True)
class CharTables:
    """M code points become something else; all the others stay as they are."""

    kinds: np.ndarray  # uint8 [POINTS]: bits `SPACE`, `ALONE` (a word of its own)
    changed: np.ndarray  # int32 [M], sorted: the code points that become something else
    starts: np.ndarray  # int32 [M + 1]: where in `becomes` each one's text begins
    becomes: np.ndarray  # int32: the code points of all texts
    marked: np.ndarray  # int32 [K], sorted: marks that have an order among themselves
    orders: np.ndarray  # int32 [K]: their canonical combining class


@functools.lru_cache(maxsize=8)
def char_tables(normalizer: Normalizer) -> CharTables:
    """The arrays for a normalizer's switches."""
    known = tables()
    kinds: np.ndarray = np.zeros(POINTS, np.uint8)
    kinds[[ord(char) for char in known.space]] |= SPACE
    kinds[[ord(char) for char in known.punctuation]] |= ALONE
    candidates = {*known.removed, *known.space, *known.chinese, *known.nonspacing, *known.lower, *known.decomposition}
    candidates.update(chr(point) for point in range(HANGUL_FIRST, HANGUL_LAST + 1))
    changed, starts, becomes = [], [0], []
    for char in sorted(candidates):
        text = [ord(each.char) for each in normalizer.normalize([Char(char, 0, 1)])]
        if text != [ord(char)]:
            changed.append(ord(char))
            becomes += text
            starts.append(len(becomes))
    # Marks are put in order only where text is decomposed, and the nonspacing ones are gone by then.
    strips = normalizer.do_lower_case if normalizer.strip_accents is None else normalizer.strip_accents
    marks = sorted(char for char in known.combining if strips and char not in known.nonspacing)
    return CharTables(
        kinds,
        np.asarray(changed, np.int32),
        np.asarray(starts, np.int32),
        np.asarray(becomes, np.int32),
        np.asarray([ord(char) for char in marks], np.int32),
        np.asarray([known.combining[char] for char in marks], np.int32),
    )
