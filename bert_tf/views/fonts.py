"""Which of the installed fonts a picture's letters need: Chinese, Arabic and all others that matplotlib's own lacks.

A picture is drawn in DejaVu Sans. For letters that it does not hold, the fonts of this machine are looked through:
first those of `FIRST`, then all others. Any will do, such as Noto: `apt install fonts-noto-core fonts-noto-cjk` on
Debian. Where no font has a letter it is drawn as a box; a page asks the browser's fonts, and an svg its viewer's.
Letters that join, and those that run from right to left, are set as they should be since matplotlib 3.11.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Iterator
from typing import Any

from bert_tf.views.matplotlib_door import load

OWN = "DejaVu Sans"
FIRST = ("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "WenQuanYi Zen Hei", "Droid Sans Fallback",
         "Microsoft YaHei", "PingFang SC", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari",
         "Noto Emoji", "Symbola")  # fmt: skip


@functools.lru_cache(64)
def families(letters: frozenset[str]) -> list[str]:
    """The names of the fonts that hold these letters, as few as are needed, matplotlib's own first."""
    found = [OWN]
    manager = load("font_manager")
    missing = {ord(letter) for letter in letters if not letter.isspace()} - _letters(manager.findfont(OWN))
    for name, path in _installed(manager) if missing else ():
        held = missing & _letters(path)
        if held:
            found.append(name)
            missing -= held
        if not missing:
            break
    return found


def _installed(manager: Any) -> Iterator[tuple[str, str]]:
    """Name and file of every upright font of normal weight."""
    entries = {
        entry.name: entry.fname
        for entry in manager.fontManager.ttflist
        if entry.style == "normal" and entry.weight in (400, "normal", "regular", "book")
    }
    for name in [*(each for each in FIRST if each in entries), *sorted(set(entries) - set(FIRST))]:
        yield name, entries[name]


@functools.cache
def _letters(path: str) -> frozenset[int]:
    """What a font can draw; nothing for one that cannot be read, or holds only bitmaps as fonts of emoji do."""
    try:
        font = load("font_manager").get_font(path)
    except (RuntimeError, OSError) as error:
        logging.getLogger(__name__).debug("the font %s cannot be read: %s", path, error)
        return frozenset()
    return frozenset(font.get_charmap()) if font.scalable else frozenset()
