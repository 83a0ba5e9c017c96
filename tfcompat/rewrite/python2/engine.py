"""What reads and rewrites Python 2's syntax: fissix, or where that is absent lib2to3, which Python had until 3.12.

The door to both.
"""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from types import ModuleType
from typing import TYPE_CHECKING

ENGINES = ("fissix", "lib2to3")


def name() -> str:
    """The engine that is there.

    Raises:
      ModuleNotFoundError: neither is; the text says what to run.
    """
    for each in ENGINES:
        if importlib.util.find_spec(each) is not None:
            return each
    text = "this is Python 2 source, and translating it needs fissix, which is not installed; run: pip install fissix"
    raise ModuleNotFoundError(text, name=ENGINES[0])


def part(module: str) -> ModuleType:
    """One module of the engine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # lib2to3 announces its end
        return importlib.import_module(f"{name()}.{module}")


if TYPE_CHECKING:
    from fissix import fixer_base, fixer_util, pygram, pytree
else:

    def __getattr__(name: str) -> ModuleType:
        """The engine's parts, when they are asked for: reading Python 3 does without an engine."""
        if name not in ("fixer_base", "fixer_util", "pygram", "pytree"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        return part(name)


__all__ = ["ENGINES", "fixer_base", "fixer_util", "name", "part", "pygram", "pytree"]
