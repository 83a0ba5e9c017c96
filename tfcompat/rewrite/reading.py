"""A source text as Python 3: translated where it is Python 2, with the way back to the lines as they were."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

from tfcompat.rewrite.python2 import marks

# On a line with one of these words that reads like that, the marks of Python 2 are looked for: a name that is followed
# by another word is prose, a module stands behind `import` or `from`, an old method takes nothing, as `six`'s do.
_AFTER_NAME = r"(?![ \t]+(?!(?:and|else|for|if|in|is|not|or)\b)\w)"
_LINES = {
    **{name: rf"\b{name}\b{_AFTER_NAME}" for name in marks.NAMES},
    **{name: rf"\b(?:import|from)\b[^#]*\b{name}\b" for name in marks.MODULES},
    **{name: rf"\b{name}\b(?!\s*\(\s*[^\s)#])" for name in marks.METHODS},
    "has_key": r"\bhas_key\b",
    **{name: rf"\b{name}\b.*\b(?:{'|'.join(names)})\b" for name, names in marks.MODULE_NAMES.items()},
}
_WORDS = frozenset(name.encode() for name in _LINES)
# Blanks for all that is in no word.
_BLANKS = bytes(each if each > 127 or chr(each).isalnum() or each == ord("_") else 32 for each in range(256))


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
    tree, problem = None, None
    try:
        tree = marks.parsed(text)
    except marks.UNPARSED as error:
        problem = error
    if tree is not None and not (_may_have_marks(text) and marks.has_marks(tree)):
        return Python3(text, tree)
    if isinstance(problem, (RecursionError, MemoryError)) or "too many nested" in str(problem):
        raise Unreadable("nested too deeply to be read", int(getattr(problem, "lineno", None) or 0))
    if isinstance(problem, IndentationError) and "\t" not in text:
        raise _unreadable(problem)  # what no Python reads need not be read as Python 2
    from tfcompat.rewrite.python2.translate import NotPython2, translate  # loads a parser that few files need

    try:
        new = translate(text, path, in_package)
        return Python3(new.text, new.tree, True, new.unknown)
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


class Reader:
    """Reads as `read` does, and what it has read lately not again: projects hold one file in several places."""

    def __init__(self, characters: int = 250_000) -> None:
        self._kept: dict[tuple[str, bool], Python3] = {}  # what was used last comes last
        self._left = characters  # of texts that may be kept besides

    def __call__(self, text: str, path: str, in_package: bool = False) -> Python3:
        key = text, in_package
        found = self._kept.pop(key, None)
        if found is None:
            found = read(text, path, in_package)
            self._left -= len(text)
        self._kept[key] = found
        while self._left < 0:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._left += len(oldest[0])
        return found


def _may_have_marks(text: str) -> bool:
    words = text.encode(errors="replace").translate(_BLANKS).split()
    there = [word.decode() for word in _WORDS.intersection(words)]
    joined = text.replace("\\\n", "  ") if there else ""
    return any(
        re.search(_LINES[word], line)
        for word in there
        for line in _lines_with(word, joined)
        if not line.lstrip().startswith("#")
    )


def _lines_with(word: str, text: str) -> Iterator[str]:
    place = text.find(word)
    while place >= 0:
        end = text.find("\n", place)
        yield text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else None]
        place = text.find(word, end) if end >= 0 else -1


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
