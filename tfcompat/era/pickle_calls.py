"""`pickle.load` and `loads` of what Python 2 wrote: its byte strings are read as Latin-1, where the plain call fails.

The user's code alone gets it, and only where it names no encoding; a remark says so.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable
from typing import Any

from tfcompat.backend import callers, rereading, running_cell


class _Call:
    """Stands for a function of pickle's. As C's own, it binds to no instance and is pickled by its name."""

    def __init__(self, original: Callable[..., Any], source: Callable[[Any], str]) -> None:
        self.original, self.source = original, source
        self.__module__, self.__doc__ = "pickle", original.__doc__
        self.__name__ = self.__qualname__ = original.__name__

    def __call__(self, data: Any, *arguments: Any, **keywords: Any) -> Any:
        if isinstance(data, io.TextIOBase):
            data = getattr(data, "buffer", data)  # Python 2 let a file be open for text
        start = rereading.place(data)
        try:
            return self.original(data, *arguments, **keywords)
        except UnicodeDecodeError:
            frame = sys._getframe(1)
            if "encoding" in keywords or not callers.sees_tf1(frame.f_globals, frame):
                raise
            if self.original is _LOAD and not rereading.back(data, start):
                raise
        found = self.original(data, *arguments, **{**keywords, "encoding": "latin1"})
        running_cell.remark(f"{self.source(data)} was pickled by Python 2; its strings are read as latin1")
        return found

    def __reduce__(self) -> str:
        return self.__name__


_LOAD = pickle.load
_FUNCTIONS = {"load": _Call(pickle.load, rereading.called), "loads": _Call(pickle.loads, lambda data: "a string")}


def give(given: list[tuple[Any, str, Any]]) -> None:
    for name, call in _FUNCTIONS.items():
        if getattr(pickle, name) is not call:
            given.append((pickle, name, getattr(pickle, name)))
            setattr(pickle, name, call)
