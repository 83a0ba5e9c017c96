"""What is known of a file without parsing it: what it imports, what it mentions, whether a program starts there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_IMPORT = re.compile(
    rb"^[ \t]*(?:\"[ \t]*)?(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([^#\n]*)|import[ \t]+([\w., \t]+))", re.M
)
_MAIN = re.compile(rb"__name__\s*==\s*[\\]?['\"]__main__")
_NAME = re.compile(r"\w+(?:\s+as\s+\w+)?")


class Facts(NamedTuple):
    """`imports` are the dotted paths that import statements name; `mentions` is TensorFlow or Keras."""

    imports: tuple[str, ...]
    mentions: bool
    tensorflow: bool
    main: bool


def facts(data: bytes) -> Facts:
    """The facts of a file's bytes."""
    tensorflow = b"tensorflow" in data
    main = b"tf.app.run(" in data or (b"__main__" in data and _MAIN.search(data) is not None)
    return Facts(tuple(_imports(data)), tensorflow or b"keras" in data, tensorflow, main)


def _import_lines(data: bytes) -> Iterator[re.Match[bytes]]:
    """Lines that import something; those without the word are passed over, which is quicker than to try each."""
    place = data.find(b"import")
    while place >= 0:
        match = _IMPORT.match(data, data.rfind(b"\n", 0, place) + 1)
        if match is not None:
            yield match
        line_end = data.find(b"\n", place)
        place = data.find(b"import", line_end) if line_end >= 0 else -1


def _imports(data: bytes) -> Iterator[str]:
    for match in _import_lines(data):
        module, names, plain = (each.decode(errors="replace") if each else "" for each in match.groups())
        if module:
            yield module
            for name in _NAME.findall(names):
                yield f"{module}{'' if module.endswith('.') else '.'}{name.split()[0]}"
        for name in plain.split(","):
            if name.strip():
                yield name.split()[0]
