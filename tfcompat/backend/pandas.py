"""The one door to pandas, which is optional: asked for only where a value may be a data frame."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType


def loaded() -> ModuleType | None:
    """pandas if the process has imported it: without that, no value is a data frame."""
    return sys.modules.get("pandas")


def installed() -> bool:
    """Whether pandas can be imported."""
    try:
        importlib.import_module("pandas")
    except ImportError:
        return False
    return True
