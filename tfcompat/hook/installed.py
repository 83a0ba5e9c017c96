"""Which source files belong to Python or to an installed package, wherever that lies."""

from __future__ import annotations

import contextlib
import functools
import os
import site
import sys
import sysconfig

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_PYTHON = os.path.dirname(os.path.abspath(os.__file__))


def is_installed(path: str) -> bool:
    """Whether an absolute path lies in Python's own folders, in tfcompat, or in what pip put somewhere else.

    A folder on `sys.path` says itself what was installed into it (`pip install --target`). What only a `.pth` file or
    PYTHONPATH leads to, as an editable install does, is the user's project.
    """
    parts = path.split(os.sep)
    if "site-packages" in parts or "dist-packages" in parts or path.startswith(_PYTHON + os.sep):
        return True
    if any(path.startswith(folder + os.sep) for folder in _library_folders()):
        return True
    return any(_lists(os.path.abspath(folder), path) for folder in sys.path if folder)


def _library_folders() -> list[str]:
    paths = sysconfig.get_paths()
    folders = {HERE, *(paths[key] for key in ("stdlib", "platstdlib", "purelib", "platlib"))}
    folders.update(site.getsitepackages() if hasattr(site, "getsitepackages") else ())
    if site.ENABLE_USER_SITE:
        folders.add(site.getusersitepackages())
    return [os.path.abspath(folder) for folder in folders]


def _lists(folder: str, path: str) -> bool:
    """Whether the packages installed into a folder say that a file below it is theirs."""
    start = folder + os.sep
    return path.startswith(start) and path[len(start) :].split(os.sep)[0] in _tops(folder)


@functools.cache
def _tops(folder: str) -> frozenset[str]:
    """The files and folders at the top of a folder that the RECORD of a package installed into it names."""
    found: set[str] = set()
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.endswith(".dist-info"):
                found.update(_recorded(os.path.join(folder, name, "RECORD")))
    return frozenset(found)


def _recorded(path: str) -> set[str]:
    with contextlib.suppress(OSError), open(path, encoding="utf-8") as file:
        return {line.partition(",")[0].split("/")[0] for line in file}
    return set()
