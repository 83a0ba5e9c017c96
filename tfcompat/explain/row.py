"""One error that is explained."""

from __future__ import annotations

import re
from typing import NamedTuple


class Row(NamedTuple):
    """`kinds`: names of the exception's class or its bases, none for any; `pattern`: searched for in its text.

    `example` is the error as people meet it; `section` the heading of the README that says more.
    """

    key: str
    kinds: tuple[str, ...]
    pattern: re.Pattern[str]
    example: str
    what: str
    todo: str
    section: str


def row(key: str, kinds: str, pattern: str, example: str, what: str, todo: str, section: str = "What you get") -> Row:
    return Row(key, tuple(kinds.split()), re.compile(pattern), example, what, todo, section)
