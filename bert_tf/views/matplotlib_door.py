"""The door to matplotlib, which is imported when a picture is asked for."""

from __future__ import annotations

import importlib
from typing import Any

_MISSING = "a picture needs matplotlib, which is not installed; run: pip install matplotlib (a page needs nothing)."


def load(name: str = "") -> Any:
    """`matplotlib`, or a module in it.

    Raises:
      ModuleNotFoundError: it is not installed.
    """
    try:
        return importlib.import_module(f"matplotlib.{name}" if name else "matplotlib")
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise ModuleNotFoundError(_MISSING, name="matplotlib") from None
