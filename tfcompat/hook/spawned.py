"""Processes that `multiprocessing` starts afresh (`spawn`, `forkserver`) see TensorFlow 1 like the one they come from.

Such a process begins with a plain interpreter and imports the script as `__mp_main__`. What it is sent first, before
that import, is a mapping from which it takes what it knows; an item of ours installs the view as it is unpickled.
"""

from __future__ import annotations

import os
from multiprocessing import spawn
from typing import Any

from tfcompat.hook import installed, project

_ITEM = "tfcompat"
_original: Any = None


class _Installation:
    """Unpickled, it is `install()` with the packages that were named here."""

    def __reduce__(self) -> tuple[Any, ...]:
        named = {
            "tf1": tuple(sorted(project.tf1_packages - project.TF1_PACKAGES)),
            "tf2": tuple(sorted(project.tf2_packages - project.TF2_PACKAGES)),
        }
        root = os.path.dirname(installed.HERE)
        lines = (
            "import sys",
            f"sys.path.append({root!r})",  # the parent's own path is set only later
            "from tfcompat.hook.install import install",
            f"install(**{named!r})",
        )
        return exec, ("\n".join(lines),)


def install() -> None:
    global _original
    if _original is None:
        _original = spawn.get_preparation_data
        spawn.get_preparation_data = _preparation_data


def uninstall() -> None:
    global _original
    if _original is not None and spawn.get_preparation_data is _preparation_data:
        spawn.get_preparation_data = _original
    _original = None


def _preparation_data(name: str) -> dict[str, Any]:
    return {**_original(name), _ITEM: _Installation()}
