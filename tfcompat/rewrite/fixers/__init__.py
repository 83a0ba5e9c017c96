"""One file per old idiom, found by walking: its `RULE` and `find(module)`, which yields findings with their edits."""

from __future__ import annotations

import functools
import importlib
from pathlib import Path
from types import ModuleType

from tfcompat.rewrite.finding import Rule


@functools.cache
def all_fixers() -> tuple[ModuleType, ...]:
    """Every fixer, in the order of their names."""
    names = sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py"))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


@functools.cache
def rules() -> dict[str, Rule]:
    """Every rule by its id."""
    return {fixer.RULE.id: fixer.RULE for fixer in all_fixers()}
