"""A source text as Python 3: translated where it is Python 2, with the way back to the lines as they were."""

from __future__ import annotations

import ast
import difflib
import re
from typing import NamedTuple

from tfcompat.rewrite.python2 import marks

_ANYWHERE = "|".join(sorted(marks.NAMES | marks.MODULES | marks.METHODS))
_BY_MODULE = "".join(rf"|\b{name}\b[^\n]*\b(?:{'|'.join(names)})\b" for name, names in marks.MODULE_NAMES.items())
# Without one of these words the marks of Python 2 need not be looked for.
_WORDS = re.compile(rf"\b(?:{_ANYWHERE})\b{_BY_MODULE}")


class Python3(NamedTuple):
    """`text` and its tree; `unknown` are lines of divisions that only their values decide, if it was Python 2."""

    text: str
    tree: ast.Module
    python2: bool = False
    unknown: tuple[int, ...] = ()


class Unreadable(ValueError):
    """The text is neither Python 3 nor Python 2; `line` is where reading ended, or 0."""

    def __init__(self, text: str, line: int = 0) -> None:
        super().__init__(text)
        self.line = line


def read(text: str, path: str, in_package: bool = False) -> Python3:
    """The text as Python 3.

    Raises:
      Unreadable: it is no Python, or it is Python 2 and fissix, which translates it, is not installed.
    """
    tree = marks.parse(text)
    if tree is not None and not (_WORDS.search(text) and marks.has_marks(tree)):
        return Python3(text, tree)
    problem = None if tree is not None else _problem(text)
    if isinstance(problem, IndentationError) and "\t" not in text:
        raise _unreadable(problem)  # what no Python reads need not be read as Python 2
    from tfcompat.rewrite.python2.translate import NotPython2, translate  # loads a parser that few files need

    try:
        new = translate(text, path, in_package)
        return Python3(new.text, ast.parse(new.text), True, new.unknown)
    except NotPython2:
        if tree is not None:
            return Python3(text, tree)
        raise _unreadable(problem) from None
    except ModuleNotFoundError:
        if tree is not None:
            return Python3(text, tree)
        raise _unreadable(problem, "; if it is Python 2, translating it needs fissix: pip install fissix") from None
    except RecursionError:
        raise Unreadable("the file is nested too deeply to be read") from None


def _problem(text: str) -> Exception | None:
    """Why the text is not Python 3."""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError) as error:
        return error
    return None


def _unreadable(problem: Exception | None, advice: str = "") -> Unreadable:
    said = getattr(problem, "msg", str(problem))
    return Unreadable(f"not Python: {said}{advice}", int(getattr(problem, "lineno", None) or 0))


def line_map(old: str, new: str) -> dict[int, int]:
    """For each line of the new text, the line of the old one that it came from; both count from 1."""
    lines = {}
    matcher = difflib.SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        for j in range(j1, j2):
            lines[j + 1] = max(1, min(max(i1, i2 - (j2 - j)) + 1, old.count("\n") + 1))
    return lines
