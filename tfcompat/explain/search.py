"""Finds what explains an exception, a pasted error, a whole traceback or a name of TensorFlow 1."""

from __future__ import annotations

import difflib
import re

from tfcompat.explain import (
    environment_errors,
    graph_errors,
    keras_errors,
    notices,
    plain_tf2_errors,
    python2_errors,
    shape_errors,
)
from tfcompat.explain.row import Row

# What TensorFlow 1 code meets anywhere; then with what only plain TensorFlow 2 says, and what is no error.
ANYWHERE: tuple[Row, ...] = (
    *graph_errors.TABLE,
    *shape_errors.TABLE,
    *python2_errors.TABLE,
    *keras_errors.TABLE,
    *environment_errors.TABLE,
)
ROWS: tuple[Row, ...] = (*plain_tf2_errors.TABLE, *ANYWHERE, *notices.TABLE)
_LAST_LINE = re.compile(r"^(?:[\w.]*\.)?(\w*(?:Error|Exception|Exit|Interrupt|Warning)\w*)(?::|$)", re.MULTILINE)
_NAME = re.compile(r"(?:tf|tensorflow)?\.?[A-Za-z_]\w*(?:\.\w+)*(?:\(\))?$")
_PATHS = re.compile(r"^\s*File .*$", re.MULTILINE)


def explain(error: BaseException) -> Row | None:
    """The row that fits an exception, or None. What only plain TensorFlow 2 says does not count."""
    kinds = {cls.__name__ for cls in type(error).__mro__}
    for each in ANYWHERE:
        if (not each.kinds or kinds.intersection(each.kinds)) and each.pattern.search(str(error)):
            return each
    return None


def find(text: str) -> Row | None:
    """The row that fits a pasted error or traceback, or None.

    In a traceback the last error counts first, then the ones that it came from; where the text names a class of
    exception, the row must be about that class.
    """
    text = _PATHS.sub("", text)
    starts = [match.start() for match in _LAST_LINE.finditer(text)]
    for place in range(len(starts) - 1, -1, -1):
        end = starts[place + 1] if place + 1 < len(starts) else len(text)
        found = _first(text[starts[place] : end])
        if found is not None:
            return found
    found = _first(text)
    return None if found in notices.TABLE and starts else found


def _first(text: str) -> Row | None:
    match = _LAST_LINE.match(text)
    kind = match[1] if match else None
    for each in ROWS:
        if each.pattern.search(text) and (kind is None or not each.kinds or kind in each.kinds):
            return each
    return None


def nearest(text: str, count: int = 3) -> list[Row]:
    """The rows whose examples are most like a text that none explains."""
    last = text.strip().splitlines()[-1] if text.strip() else ""
    scored = [(difflib.SequenceMatcher(None, each.example, last).ratio(), index) for index, each in enumerate(ROWS)]
    return [ROWS[index] for score, index in sorted(scored, reverse=True)[:count] if score > 0.35]


def is_name(text: str) -> bool:
    """Whether a text is one dotted name, as `tf.contrib.rnn.LSTMCell`."""
    return bool(_NAME.fullmatch(text.strip()))
