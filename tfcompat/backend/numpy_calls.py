"""Calls that NumPy took in TensorFlow 1's time and refuses since: ragged lists, counts that are floats,
`reshape(newshape=)`, trusted pickles.

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
    found |= {name: _counting(getattr(numpy, name)) for name in ("linspace", "logspace", "geomspace")}
    return {**found, "load": numpy_load.replacement(numpy), "reshape": _reshape(numpy.reshape)}


def _ragged(original: Any) -> Any:
    @functools.wraps(original)
    def array(*arguments: Any, **keywords: Any) -> Any:
        try:
            return original(*arguments, **keywords)
        except ValueError as error:
            frame = sys._getframe(1)
            if keywords.get("copy") is False and callers.sees_tf1(frame.f_globals, frame):
                # Until NumPy 2 this said that a copy is made only where one is needed.
                return original(*arguments, **{**keywords, "copy": None})
            untyped = len(arguments) == 1 and keywords.get("dtype") is None
            if not untyped or "inhomogeneous" not in str(error) or not callers.sees_tf1(frame.f_globals, frame):
                raise
        return original(*arguments, **{**keywords, "dtype": object})

    return array


def _counting(original: Any) -> Any:
    @functools.wraps(original)
    def spaced(start: Any, stop: Any, num: Any = 50, *arguments: Any, **keywords: Any) -> Any:
        # Until NumPy 1.18 a count could be a float: Python 3 gives one for `len(values) / 2`.
        if isinstance(num, float) and callers.sees_tf1((frame := sys._getframe(1)).f_globals, frame):
            num = int(num)
        return original(start, stop, num, *arguments, **keywords)

    return spaced


def _reshape(original: Any) -> Any:
    @functools.wraps(original)
    def reshape(a: Any, *arguments: Any, **keywords: Any) -> Any:
        if "newshape" in keywords:  # called so until NumPy 2.0, and shape since
            arguments = (keywords.pop("newshape"), *arguments)
        return original(a, *arguments, **keywords)

    return reshape
