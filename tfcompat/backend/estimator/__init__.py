"""The one door to tensorflow-estimator 2.15, which goes on with what was `tf.estimator`.

It was written for TensorFlow 2.15; whoever imports it finds the few modules that TensorFlow has dropped since
(`standins`) put in their places first.
"""

from __future__ import annotations

import importlib
import importlib.abc
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from tfcompat.backend import replace

PACKAGE = "tensorflow_estimator"
_MISSING = (
    "tf.estimator is served by the package tensorflow-estimator, which is not installed; run: "
    "pip install --no-deps tensorflow-estimator==2.15.0"
)


def load(module: str = "_api.v1.estimator") -> ModuleType:
    """A module of tensorflow-estimator, as `python.estimator.canned.head`; by default the public one.

    Raises:
      ModuleNotFoundError: the package is not installed; the text says what to run.
    """
    watch()  # for who comes here without the TF1 view
    try:
        found = importlib.import_module(f"{PACKAGE}.{module}")
    except ModuleNotFoundError as error:
        if error.name != PACKAGE:
            raise
        raise ModuleNotFoundError(_MISSING, name=PACKAGE) from None
    replace.apply()
    return found


class _BeforeImport(importlib.abc.MetaPathFinder):
    """Finds nothing: it is asked when tensorflow-estimator is about to be imported, by whomever."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        if fullname == PACKAGE:
            importlib.import_module(f"{__name__}.standins").install()
        return None


def watch() -> None:
    """Has the stand-ins put in place before the package is first imported in this process."""
    if not any(isinstance(each, _BeforeImport) for each in sys.meta_path):
        sys.meta_path.insert(0, _BeforeImport())
