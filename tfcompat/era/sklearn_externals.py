"""`sklearn.externals`: packages that scikit-learn brought along."""

from __future__ import annotations

import importlib
from typing import Any


def __getattr__(name: str) -> Any:
    if name in ("joblib", "six"):
        return importlib.import_module(name)
    raise AttributeError(f"sklearn.externals had no {name}, or scikit-learn has dropped it", name=name)
