"""Indentation by Python 2's rule: a tab goes on to the next multiple of eight columns."""

from __future__ import annotations

import re

_LEADING = re.compile(r"[ \t\f]*")
_STRING = re.compile(
    r"""#[^\n]*|("{3}(?:\\.|[^\\])*?"{3}|'{3}(?:\\.|[^\\])*?'{3})|"(?:\\.|[^\\\n"])*"|'(?:\\.|[^\\\n'])*'""", re.S
)


def expand(text: str) -> str:
    """The text with its indentation in blanks; lines inside of strings stay."""
    inside: set[int] = set()
    for match in _STRING.finditer(text):
        if match.group(1):
            first = text.count("\n", 0, match.start())
            inside.update(range(first + 1, first + 1 + match.group().count("\n")))
    lines = text.split("\n")
    for number, line in enumerate(lines):
        leading = _LEADING.match(line).group()  # type: ignore[union-attr]
        if "\t" in leading and number not in inside:
            lines[number] = leading.expandtabs(8) + line[len(leading) :]
    return "\n".join(lines)
