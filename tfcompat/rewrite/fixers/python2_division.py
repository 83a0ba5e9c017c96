"""Divisions of Python 2 that are between whole numbers or not only when they are executed."""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite.finding import CARE, Finding, Rule
from tfcompat.rewrite.module import Module
from tfcompat.source.edits import Places

RULE = Rule(
    "python2-division",
    "a division that may have been of whole numbers",
    "Python 2 divided whole numbers without a rest. Where both are known to be whole, // is written; here only the "
    "values tell, so / is left: write // if both are whole.",
    "import tensorflow as tf\ndef half(n):\n    print n / 2\ns = tf.Session()\n",
    None,
)


def find(module: Module) -> Iterator[Finding]:
    for part in module.translations:
        places = Places(part.new)
        for line in part.unknown:
            start = part.start + places.start(line)
            yield Finding(
                RULE.id,
                start,
                start + len(places.line(line)),
                name=places.line(line).strip(),
                replacement="",
                how=CARE,
                why="in Python 2 / between two whole numbers is //; whether these are whole is not known here",
            )
