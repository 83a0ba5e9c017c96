"""The door to pyarrow."""

from __future__ import annotations

import importlib
from typing import Any


def pyarrow() -> Any:
    """The module.

    Raises:
      ModuleNotFoundError: it is not installed; with the command that installs it.
    """
    return _load("pyarrow")


def parquet() -> Any:
    """`pyarrow.parquet`; raises as `pyarrow` does."""
    return _load("pyarrow.parquet")


def _load(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "pyarrow":
            raise
        raise ModuleNotFoundError("tables of texts need pyarrow; run: pip install pyarrow", name="pyarrow") from None
