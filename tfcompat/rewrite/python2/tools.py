"""The engine's tool that applies fixers to a tree, with those fixers that a text needs; each is made once."""

from __future__ import annotations

import functools
import importlib
import itertools
import logging
import os
from collections.abc import Iterator, Set
from types import FunctionType
from typing import Any

from tfcompat.rewrite.python2 import engine, fixers, needed, parsing

# `import sibling` as `from . import sibling`: only what is imported as a part of its package can say so.
SIBLINGS = "import"
# For modules that Python 3 calls otherwise. To make one for all such modules takes longer than to make all others.
MODULE_FIXERS = ("imports", "imports2", "urllib")

# Rows of a fixer's table: what a module is called now, or for each of several modules what of it is there now.
_Rows = tuple[tuple[str, Any], ...]
_Made = tuple[list[Any], list[Any]]  # fixers that go before the others, and those that go after


def tool(seen: parsing.Seen, in_package: bool = False) -> Any:
    """What translates a text in which this was seen; with `in_package` imports of modules beside it become relative."""
    chosen: list[tuple[str, _Rows]] = []
    for module in _all_fixers():
        name = module.rpartition(".fix_")[2]
        rows = _named(_table(module), seen.names) if name in MODULE_FIXERS else ()
        if (rows or (name not in MODULE_FIXERS and needed.fixer(name, seen))) and (in_package or name != SIBLINGS):
            chosen.append((module, rows))
    return _tool(tuple(chosen))


@functools.cache
def _all_fixers() -> tuple[str, ...]:
    packages = engine.part("fixes"), fixers  # whose folders are read: to ask the engine loads `inspect`
    return tuple(
        sorted(
            f"{package.__name__}.{name.removesuffix('.py')}"
            for package in packages
            for folder in package.__path__
            for name in os.listdir(folder)
            if name.startswith("fix_") and name.endswith(".py")
        )
    )


@functools.cache
def _table(module: str) -> dict[str, Any]:
    table: dict[str, Any] = importlib.import_module(module).MAPPING
    return table


def _named(table: dict[str, Any], names: Set[str]) -> _Rows:
    """The rows for modules that a text names."""
    there = [old for old in table if old.rpartition(".")[2] in names]
    if len(there) == 1 and isinstance(table[there[0]], str):  # what matches is read as one of several
        there.append(next(old for old in table if old not in there))
    return tuple((old, table[old] if isinstance(table[old], str) else _members(table[old], names)) for old in there)


def _members(homes: list[tuple[str, list[str]]], names: Set[str]) -> _Rows:
    """Of what is in several modules now, what a text names; never nothing, which the engine's patterns cannot say."""
    there = ((home, tuple(each for each in members if each in names)) for home, members in homes)
    return tuple(row for row in there if row[1]) or tuple((home, tuple(members[:1])) for home, members in homes[:1])


@functools.cache
def _tool(chosen: tuple[tuple[str, _Rows], ...]) -> Any:
    """What applies fixers to a tree; each fixer is made once, though several tools hold it."""
    logging.getLogger("RefactoringTool").setLevel(logging.CRITICAL)

    class Tool(engine.part("refactor").RefactoringTool):  # type: ignore[misc]
        def get_fixers(self) -> _Made:
            kinds = zip(*(_made(*each) for each in self.fixers), strict=True) if self.fixers else ((), ())
            first, last = (sorted(itertools.chain(*each), key=lambda fixer: fixer.run_order) for each in kinds)
            return first, last

        def traverse_by(self, fixers: dict[int, list[Any]], traversal: Iterator[Any]) -> None:
            if any(fixers.values()):
                super().traverse_by(fixers, traversal)

    return Tool(chosen, {})


@functools.cache
def _made(module: str, rows: _Rows) -> _Made:
    """One fixer, among those that go before the others or those that go after."""
    maker = _maker()([module])
    if rows:
        return [], [_narrow(module, dict(rows))(maker.options, maker.fixer_log)]
    made: _Made = maker.get_fixers()
    return made


def _narrow(module: str, table: dict[str, Any]) -> Any:
    """A fixer of modules that has a smaller table."""
    part = importlib.import_module(module)
    name = module.rpartition(".fix_")[2]
    members: dict[str, Any] = {}
    if name == "urllib":  # looks into its module for the table
        patterns = FunctionType(part.build_pattern.__code__, {**vars(part), "MAPPING": table})
        members["build_pattern"] = lambda self: "|".join(patterns())
    return type(name, (getattr(part, f"Fix{name.title()}"),), {"mapping": table, **members})


@functools.cache
def _maker() -> Any:
    """The engine's tool as far as it makes fixers; what joins their patterns is of use only where all are together."""

    class Maker(engine.part("refactor").RefactoringTool):  # type: ignore[misc]
        def __init__(self, modules: list[str]) -> None:
            self.fixers = modules
            self.explicit: list[str] = []
            self.fixer_log: list[str] = []
            self.options = self._default_options.copy()
            self.logger = logging.getLogger("RefactoringTool")

    return Maker
