"""Puts what upgraded code imports of tfcompat beside it, so that the result depends on no installed tfcompat."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

_HERE = Path(__file__).parents[1]
_IMPORT = re.compile(rb"\b(?:from|import)[ \t]+tfcompat\b")
# Parts that a running program does without. Any of the others may be asked for by name while it runs,
_TOOLS = frozenset("check cli doctor explain verify rewrite/fixers".split())
# but for the modules of contrib, half of all: each is needed only where it is named.
_CONTRIB = "tf1/contrib/"
_NAMED = re.compile(rb"\bcontrib\.([a-z]\w*)|\bcontrib[ \t]+import[ \t]+([\w, \t]+)")
_NAMED_HERE = re.compile(_NAMED.pattern.replace(rb"\b", rb"\btfcompat\.tf1\."))  # docstrings speak of tf.contrib's
_DATA = (".py", ".json", ".csv")


def vendor(sources: Iterable[bytes], folder: Path) -> list[Path]:
    """Copies what is needed of tfcompat to `folder/tfcompat` if some source imports it.

    Returns:
      The files written, none if no source imports tfcompat.

    Raises:
      OSError: a file cannot be written.
    """
    given = list(sources)
    if not any(_IMPORT.search(source) for source in given):
        return []
    written = []
    for path in _needed(given):
        target = folder / "tfcompat" / path.relative_to(_HERE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        written.append(target)
    return written


def _needed(sources: list[bytes]) -> list[Path]:
    """The files of tfcompat without its tools and the modules of contrib that nothing copied names."""
    parts: dict[str, list[Path]] = {}
    for path in sorted(_HERE.rglob("*")):
        inside = path.relative_to(_HERE).as_posix()
        if path.suffix in _DATA and not any(inside.startswith(f"{tool}/") for tool in _TOOLS):
            parts.setdefault(_part(inside), []).append(path)
    needed = parts.pop("")
    wanted = [name for source in sources for name in _names(_NAMED, source)]
    wanted += [name for path in needed if _is_code(path) for name in _names(_NAMED_HERE, path.read_bytes())]
    while wanted:
        files = parts.pop(wanted.pop(), [])
        needed += files
        wanted += [name for path in files for name in _names(_NAMED_HERE, path.read_bytes())]
    return needed


def _part(inside: str) -> str:
    """The module of contrib that a file is of; empty for all others."""
    name = inside.removeprefix(_CONTRIB).partition("/")[0].removesuffix(".py")
    return name if inside.startswith(_CONTRIB) and name != "__init__" else ""


def _is_code(path: Path) -> bool:
    """Whether a file's mention of a module is a use of it: the vocabulary names them all."""
    return _HERE / "symbols" not in path.parents


def _names(pattern: re.Pattern[bytes], source: bytes) -> set[str]:
    found: set[str] = set()
    for one, several in pattern.findall(source):
        found.update(re.findall(r"\w+", (one or several).decode()))
    return found
