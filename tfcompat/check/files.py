"""Which files are examined: those named, and the Python files and notebooks below the folders named."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".py", ".ipynb")
_LEFT_OUT = frozenset("__pycache__ build dist node_modules site-packages dist-packages venv env".split())


def find(paths: Iterable[str | Path], exclude: Iterable[str] = ()) -> Iterator[Path]:
    """Files in order, each once; links to folders are not followed, hidden folders and environments left out.

    `exclude` holds patterns for names or for paths (`*_pb2.py`, `third_party/*`).

    Raises:
      FileNotFoundError: there is no such file or folder.
    """
    patterns = tuple(exclude)
    seen: set[str] = set()
    folders: dict[str, str] = {}  # where each folder really is
    for given in paths:
        path = Path(given)
        if not os.path.lexists(path):
            raise FileNotFoundError(f"no such file or folder: {given}")
        for each in [path] if not path.is_dir() else _below(path):
            key = _real(each, folders)
            if key not in seen and not _matches(each, patterns):
                seen.add(key)
                yield each


def _real(path: Path, folders: dict[str, str]) -> str:
    if os.path.islink(path):
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)


def _below(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(
            each
            for each in folders
            if not each.startswith(".") and each not in _LEFT_OUT and not (Path(where) / each / "pyvenv.cfg").exists()
        )
        for name in sorted(names):
            if name.endswith(SUFFIXES) and name[0] != ".":
                path = Path(where, name)
                if path.is_file() or not path.exists():  # opening a pipe or a device would wait for ever
                    yield path


def _matches(path: Path, patterns: tuple[str, ...]) -> bool:
    text = path.as_posix()
    return any(
        fnmatch.fnmatch(path.name, each) or fnmatch.fnmatch(text, each) or fnmatch.fnmatch(text, f"*/{each}")
        for each in patterns
    )
