"""Data files that are already on this machine: Kaggle's input folders and Keras' cache, both without a network."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path

# A dataset added to a Kaggle notebook lies below the first; old notebooks name it by the second.
INPUT_FOLDERS = ("/kaggle/input", "../input")
_DEPTH = 4
_ENTRIES = 100_000  # a competition's input may hold millions of images: the search gives up rather than stalls


def find(names: Collection[str], suits: Callable[[Path], bool] = lambda path: True) -> Path | None:
    """The first file below the input folders with one of these names that suits, nearest to the top first."""
    wanted, seen = set(names), 0
    for top in INPUT_FOLDERS:
        level = [Path(top)]
        for _ in range(_DEPTH):
            below: list[Path] = []
            for folder in level:
                for entry in _entries(folder):
                    seen += 1
                    if seen > _ENTRIES:
                        return None
                    path = Path(entry.path)
                    if entry.is_dir():
                        below.append(path)
                    elif entry.name in wanted and suits(path):
                        return path
            level = below
    return None


def keras_cache(name: str = "") -> Path:
    """A file's place in the folder where Keras keeps the data sets that it downloads."""
    home = os.environ.get("KERAS_HOME") or os.path.join(os.path.expanduser("~"), ".keras")
    return Path(home, "datasets", name)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
