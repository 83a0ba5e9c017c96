"""Puts what upgraded code imports of tfcompat beside it, so that the result depends on no installed tfcompat."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

_HERE = Path(__file__).parents[1]
_IMPORT = re.compile(rb"\b(?:from|import)[ \t]+tfcompat\b")
# Parts that a running program does without. Any of the others may be asked for by name while it runs.
_TOOLS = frozenset("check cli doctor explain verify rewrite/fixers".split())
_DATA = (".py", ".json", ".csv")


def vendor(sources: Iterable[bytes], folder: Path) -> list[Path]:
    """Copies tfcompat, without its tools, to `folder/tfcompat` if some source imports it.

    Returns:
      The files written, none if no source imports tfcompat.

    Raises:
      OSError: a file cannot be written.
    """
    if not any(_IMPORT.search(source) for source in sources):
        return []
    written = []
    for path in sorted(_HERE.rglob("*")):
        inside = path.relative_to(_HERE)
        if path.suffix not in _DATA or _is_tool(inside):
            continue
        target = folder / "tfcompat" / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        written.append(target)
    return written


def _is_tool(inside: Path) -> bool:
    return any(inside.as_posix().startswith(f"{tool}/") for tool in _TOOLS)
