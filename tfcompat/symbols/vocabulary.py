"""Reads `tf_1_15.json`, the names of TensorFlow 1.15, when first asked."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("tf_1_15.json")


@functools.cache
def _document() -> dict[str, Any]:
    return json.loads(_FILE.read_text(encoding="utf-8"))


def plain(name: str) -> str:
    """`tf.compat.v1.nn.relu`, `tensorflow.nn.relu` and `nn.relu` are one name: `nn.relu`."""
    for prefix in ("tf.", "tensorflow."):
        name = name.removeprefix(prefix)
    if name in ("tf", "tensorflow"):
        return ""
    for alias, target in _document()["aliases"].items():
        if name.startswith(f"{alias}."):
            return f"{target}{name[len(alias) :]}".removeprefix(".")
    return name


def entry(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Kind and argument names of a plain name of 1.15, or None if 1.15 has no such public name."""
    path, _, last = name.rpartition(".")
    stored = _document()["names"].get(path, {}).get(last)
    if stored is None:
        return None
    letter, *arguments = stored.split(" ")
    return _document()["kinds"][letter], tuple(arguments)


def members(path: str) -> tuple[str, ...]:
    """The public names of a module of 1.15; none for what is no module."""
    return tuple(_document()["names"].get(path, ()))


def names() -> Iterator[str]:
    """Every plain name, modules in order of their paths."""
    for path, rows in _document()["names"].items():
        for last in rows:
            yield f"{path}.{last}" if path else last
