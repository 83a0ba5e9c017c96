"""Which TensorFlow 1 names a line of code uses, and how each is served. The door to tfcompat's vocabulary."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re
from typing import NamedTuple

_NAME = re.compile(r"\b(?:tf|tensorflow)((?:\.\w+)+)")
_MAKERS = ("function", "class")
TEXTS = {"compat.v1": "TensorFlow's own compat.v1", "ours": "tfcompat", "renamed": "another name of today",
         "package": "a package", "gone": "nothing any more"}  # fmt: skip


class Served(NamedTuple):
    """A name as `tf.layers.dense`, by what it is served, and under which name there."""

    name: str
    by: str
    target: str


def served(line: str) -> list[Served]:
    """The functions and classes of TensorFlow 1 that a line names; none without tfcompat."""
    found = (_lookup(match[1].removeprefix(".")) for match in _NAME.finditer(line))
    return [each for each in found if each is not None]


@functools.cache
def _lookup(name: str) -> Served | None:
    if importlib.util.find_spec("tfcompat") is None:
        return None
    symbol = importlib.import_module("tfcompat.symbols.lookup").lookup(name)
    if symbol is None or symbol.kind not in _MAKERS:
        return None
    by = "tf_keras" if symbol.target.startswith("tf_keras.") else TEXTS.get(symbol.served, symbol.served)
    return Served(f"tf.{symbol.name}", by, symbol.target)
