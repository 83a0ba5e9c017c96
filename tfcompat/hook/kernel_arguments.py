"""A kernel's own arguments (`-f kernel-….json`), which the code in its cells would parse as the script's."""

from __future__ import annotations

import re
import sys

_IN_ONE = re.compile(r"--?f=.*\.json")

_hidden: list[str] | None = None


def hide() -> None:
    """`sys.argv` is the program alone, if what follows in it is a kernel's."""
    global _hidden
    rest = sys.argv[1:]
    pairs = zip(rest, rest[1:], strict=False)
    if any(name in ("-f", "--f") and value.endswith(".json") for name, value in pairs) or any(
        _IN_ONE.fullmatch(each) for each in rest
    ):
        _hidden = rest
        del sys.argv[1:]


def give_back() -> None:
    """`sys.argv` as it was, unless the notebook has put arguments of its own there."""
    global _hidden
    if _hidden is not None and not sys.argv[1:]:
        sys.argv[1:] = _hidden
    _hidden = None
