"""What is known of a file without parsing it: what it imports, what it mentions, whether a program starts there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MENTIONS = re.compile(rb"tensorflow|keras")
_IMPORT = re.compile(
    rb"^[ \t]*(?:\"[ \t]*)?(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([^#\n]*)|import[ \t]+([\w., \t]+))", re.M
)
_MAIN = re.compile(rb"__name__\s*==\s*[\\]?['\"]__main__|tf\.app\.run\(")
_NAME = re.compile(r"\w+(?:\s+as\s+\w+)?")


class Facts(NamedTuple):
    """`imports` are the dotted paths that import statements name; `mentions` is TensorFlow or Keras."""

    imports: tuple[str, ...]
    mentions: bool
    tensorflow: bool
    main: bool


def facts(data: bytes) -> Facts:
    """The facts of a file's bytes."""
    return Facts(tuple(_imports(data)), bool(_MENTIONS.search(data)), b"tensorflow" in data, bool(_MAIN.search(data)))


def _imports(data: bytes) -> Iterator[str]:
    for match in _IMPORT.finditer(data):
        module, names, plain = (each.decode(errors="replace") if each else "" for each in match.groups())
        if module:
            yield module
            for name in _NAME.findall(names):
                yield f"{module}{'' if module.endswith('.') else '.'}{name.split()[0]}"
        for name in plain.split(","):
            if name.strip():
                yield name.split()[0]
