"""`%load_ext tfcompat`: the same view for a notebook, its errors explained below their tracebacks."""

from __future__ import annotations

import sys
from typing import Any

from tfcompat.backend import versions
from tfcompat.hook import errors
from tfcompat.hook.install import install, installed, uninstall


def load(shell: Any) -> None:
    """Turns the view on, prints one line saying so, and explains uncaught errors."""
    turn_on(shell)
    print(f"tfcompat: the cells below, and the modules of this project, see TensorFlow 1.15 {_on()}.")


def unload(shell: Any) -> None:
    uninstall()
    shell.events.unregister("post_run_cell", _explain)


def turn_on(shell: Any) -> None:
    """`load` without the line; doing it twice is doing it once."""
    install()
    if _explain not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", _explain)


def _explain(result: Any) -> None:
    error = getattr(result, "error_in_exec", None)
    text = errors.explanation(error) if error is not None and installed() else None
    if text:
        print(text, file=sys.stderr)


def _on() -> str:
    return f"on TensorFlow {versions.installed('tensorflow') or 'not installed yet'}"
