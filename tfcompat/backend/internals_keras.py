"""Modules of tf_keras, for replacements of its layers. They are asked for while a layer runs, so never loaded here."""

from __future__ import annotations

import importlib
from types import ModuleType


def module(path: str) -> ModuleType:
    """`tf_keras.src.<path>`: Keras has no public name for what its own layers share."""
    return importlib.import_module(f"tf_keras.src.{path}")
