"""What plain TensorFlow 2 (2.16 to 2.21) lacks of TensorFlow 1.15's names, recorded from both (`tf_2.json`)."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from tfcompat.symbols import vocabulary

_FILE = Path(__file__).with_name("tf_2.json")


@functools.cache
def _document() -> dict[str, Any]:
    return json.loads(_FILE.read_text(encoding="utf-8"))


@functools.cache
def _set(key: str) -> frozenset[str]:
    return frozenset(_document()[key])


def lacks(name: str) -> bool:
    """Whether `tensorflow` has no such name, though 1.15 had."""
    return name.startswith("contrib.") or name == "contrib" or _above(name, _set("absent"))


def v1_lacks(name: str) -> bool:
    """Whether `tensorflow.compat.v1`, with Keras 2 installed, has no such name, though 1.15 had."""
    return _above(name, _set("v1_lacks")) or (vocabulary.entry(name) is None and not name.startswith("raw_ops."))


def is_new(name: str) -> bool:
    """Whether only `tensorflow` has the name and `tensorflow.compat.v1` does not."""
    return _above(name, _set("new"))


def dropped_arguments() -> dict[str, str]:
    """For functions, the names of the arguments of 1.15 that TensorFlow 2's of the same name no longer takes."""
    arguments: dict[str, str] = _document()["arguments"]
    return arguments


def _above(name: str, names: frozenset[str]) -> bool:
    """Whether the name, or a module or class above it, is one of `names`."""
    while name:
        if name in names:
            return True
        name = name.rpartition(".")[0]
    return False
