"""`tf.contrib`: each module is a folder or file, loaded when first touched."""

from __future__ import annotations

import importlib
import importlib.util
from types import ModuleType

__all__: list[str] = []


def __getattr__(name: str) -> ModuleType:
    if name.startswith("_") or importlib.util.find_spec(f"{__name__}.{name}") is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    return importlib.import_module(f"{__name__}.{name}")
