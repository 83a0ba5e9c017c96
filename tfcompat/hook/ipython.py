"""`%load_ext tfcompat`: the same view for a notebook, its errors explained below their tracebacks."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import versions
from tfcompat.hook import cells, shell
from tfcompat.hook.install import install, uninstall


def load(running: Any) -> None:
    """Turns the view on and prints one line saying so."""
    turn_on(running)
    print(f"tfcompat: the cells below, and the modules of this project, see TensorFlow 1.15 {_on()}.")


def unload(running: Any) -> None:
    uninstall()
    shell.detach(running)


def turn_on(running: Any, python2: bool = False) -> None:
    """`load` without the line; doing it twice is doing it once. `python2`: the notebook has cells in Python 2."""
    install()
    shell.attach(running)
    treated = cells.add_to(running)
    treated.python2 = treated.python2 or python2


def _on() -> str:
    return f"on TensorFlow {versions.installed('tensorflow') or 'not installed yet'}"
