"""Where TensorFlow's insides answer TensorFlow 1 code otherwise than 1.15 did; one file for each such behaviour.

Found by walking this folder: a new file is in force without an entry here.
"""

from __future__ import annotations

import importlib
import pkgutil


def install() -> None:
    """Declares every replacement of this folder."""
    for each in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{each.name}")
