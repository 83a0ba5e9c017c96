"""Calls that NumPy took in TensorFlow 1's time and refuses since: ragged lists, `reshape(newshape=)`, trusted pickles.

The user's code alone gets them; for every other caller NumPy's own error stands.
"""

from __future__ import annotations

import functools
import sys
from typing import Any

from tfcompat.backend import callers, numpy_load


def replacements(numpy: Any) -> dict[str, Any]:
    """NumPy's name -> the function that stands for it."""
    found = {name: _ragged(getattr(numpy, name)) for name in ("array", "asarray")}
    return {**found, "load": numpy_load.replacement(numpy), "reshape": _reshape(numpy.reshape)}


def _ragged(original: Any) -> Any:
    @functools.wraps(original)
    def array(*arguments: Any, **keywords: Any) -> Any:
        try:
            return original(*arguments, **keywords)
        except ValueError as error:
            frame = sys._getframe(1)
            untyped = len(arguments) == 1 and keywords.get("dtype") is None
            if not untyped or "inhomogeneous" not in str(error) or not callers.sees_tf1(frame.f_globals, frame):
                raise
        return original(*arguments, **{**keywords, "dtype": object})

    return array


def _reshape(original: Any) -> Any:
    @functools.wraps(original)
    def reshape(a: Any, *arguments: Any, **keywords: Any) -> Any:
        if "newshape" in keywords:  # called so until NumPy 2.0, and shape since
            arguments = (keywords.pop("newshape"), *arguments)
        return original(a, *arguments, **keywords)

    return reshape
