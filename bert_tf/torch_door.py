"""The door to PyTorch and transformers, which are references for comparison only."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

_MISSING = (
    "comparing with PyTorch needs torch and transformers; {} is not installed; run: pip install torch transformers"
)


def torch() -> Any:
    return _load("torch")


def transformers() -> Any:
    return _load("transformers")


def available() -> bool:
    """Whether both are installed; imports neither."""
    return all(importlib.util.find_spec(name) is not None for name in ("torch", "transformers"))


def load_reference(path: str) -> Any:
    """Hugging Face's `BertModel` in evaluation mode, with the eager attention that shows every stage."""
    found = transformers().BertModel.from_pretrained(path, attn_implementation="eager")
    return found.eval()


def _load(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise ModuleNotFoundError(_MISSING.format(name), name=name) from None
