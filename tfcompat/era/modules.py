"""Modules that packages have dropped: the finder that answers for them."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from tfcompat.era.homes import MODULES as MODULES
from tfcompat.era.homes import NEEDED, PACKAGES, PYTHON2

# Present, but emptied by now: its names are added.
EMPTIED = frozenset({"scipy.misc"})


class OldModule(ModuleType):
    """A module of that time; its names come from today's homes."""

    _homes: tuple[str, ...] = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)
        for home in self._homes:
            module = importlib.import_module(home)
            if hasattr(module, name):
                return getattr(module, name)
        text = f"{self.__name__} of old is served by {', '.join(self._homes)}, which has no {name}"
        raise AttributeError(text, name=name, obj=self)

    def __dir__(self) -> list[str]:
        return sorted({name for home in self._homes for name in dir(importlib.import_module(home))})


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Last on `sys.meta_path`: asked only for what is not there. A package that is absent keeps its modules absent."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        top = fullname.partition(".")[0]
        if fullname not in MODULES or fullname in PYTHON2 or (top != fullname and top not in sys.modules):
            return None
        if top in NEEDED and importlib.util.find_spec(NEEDED[top]) is None:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=fullname in PACKAGES)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        module = OldModule(spec.name)
        vars(module)["_homes"] = MODULES[spec.name]
        return module

    def exec_module(self, module: ModuleType) -> None:
        """The names are looked up when they are asked for."""


_finder = Finder()
_filled: list[tuple[ModuleType, str]] = []


def install() -> None:
    if _finder not in sys.meta_path:
        sys.meta_path.append(_finder)


def uninstall() -> None:
    if _finder in sys.meta_path:
        sys.meta_path.remove(_finder)
    for name in MODULES:
        if isinstance(sys.modules.get(name), OldModule):
            del sys.modules[name]
    while _filled:
        module, name = _filled.pop()
        vars(module).pop(name, None)


def stand_in(name: str) -> bool:
    """Makes a module whose parent is no package any more, or one of Python 2's; whether there is one to make."""
    if name not in MODULES or (name not in PYTHON2 and name.partition(".")[0] not in sys.modules):
        return False
    sys.modules[name] = _finder.create_module(importlib.machinery.ModuleSpec(name, _finder))
    return True


def fill(module: ModuleType) -> None:
    """Gives a module that is there but was emptied the names that it had."""
    for home in MODULES[module.__name__]:
        found = importlib.import_module(home)
        for name in found.__all__:
            if name not in vars(module):
                setattr(module, name, getattr(found, name))
                _filled.append((module, name))
