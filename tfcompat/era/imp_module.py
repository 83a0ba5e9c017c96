"""`imp` of Python before 3.12, as far as scripts use it."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType


def reload(module: ModuleType) -> ModuleType:
    """`imp.reload`."""
    return importlib.reload(module)


def load_source(name: str, pathname: str) -> ModuleType:
    """`imp.load_source`: the module of a file, under a name."""
    spec = importlib.util.spec_from_file_location(name, pathname)
    if spec is None or spec.loader is None:
        raise ImportError(f"{pathname} is not a Python file", name=name, path=pathname)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def new_module(name: str) -> ModuleType:
    """`imp.new_module`."""
    return ModuleType(name)
