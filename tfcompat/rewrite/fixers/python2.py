"""Python 2 source, which is written as Python 3."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module, Translation
from tfcompat.source.edits import Places

RULE = Rule(
    "python2",
    "Python 2",
    "Python 3 does not read it, or has other names for it.",
    "import tensorflow as tf\nprint tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nprint(tf.Session())\n",
)


def find(module: Module) -> Iterator[Finding]:
    for each in module.translations:
        yield from _changes(each)


def _changes(part: Translation) -> Iterator[Finding]:
    """One finding for each block of lines that the translation changed."""
    old, new = part.old.split("\n"), part.new.split("\n")
    places = Places(part.new)
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        first = min(j1 + 1, len(new))
        start = part.start + places.start(first) + len(places.line(first)) - len(places.line(first).lstrip())
        end = part.start + places.start(max(j2, first)) + len(places.line(max(j2, first)))
        name = next((line.strip() for line in old[i1:i2] if line.strip()), "")
        text = "; ".join(line.strip() for line in new[j1:j2])
        yield Finding(RULE.id, start, max(start, end), name, text, AUTOMATIC, "Python 2, written as Python 3")
