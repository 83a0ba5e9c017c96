"""Names that modules have dropped, given back when old code imports the module; only what is missing is added."""

from __future__ import annotations

import inspect
import sys
import time
from collections.abc import Callable
from typing import Any

_given: list[tuple[Any, str, Any]] = []  # what stood there before, or None for nothing
_done: set[str] = set()


def _collections() -> dict[str, Any]:
    import collections.abc

    return {name: getattr(collections.abc, name) for name in collections.abc.__all__}


def _inspect() -> dict[str, Any]:
    return {"getargspec": getargspec, "formatargspec": lambda *parts: str(parts)}


def getargspec(function: Any) -> Any:
    """`inspect.getargspec`: args, varargs, keywords, defaults of a function."""
    from collections import namedtuple

    full = inspect.getfullargspec(function)
    ArgSpec = namedtuple("ArgSpec", ["args", "varargs", "keywords", "defaults"])
    return ArgSpec(full.args, full.varargs, full.varkw, full.defaults)


def _time() -> dict[str, Any]:
    return {"clock": time.perf_counter}


def _scipy() -> dict[str, Any]:
    """What SciPy re-exported from NumPy until 1.x."""
    import numpy

    names = "array zeros ones sqrt exp log sin cos arange linspace dot pi mean std float_ eye random where".split()
    return {name: getattr(numpy, name) for name in names if hasattr(numpy, name)}


def _pandas() -> dict[str, Any]:
    """Nothing in the module itself; its classes get their old methods."""
    from tfcompat.era import pandas_methods

    pandas_methods.give(_given)
    return {}


def _pickle() -> dict[str, Any]:
    from tfcompat.era import pickle_calls

    pickle_calls.give(_given)
    return {}


def _pillow() -> dict[str, Any]:
    """Nothing in the package itself; its module Image gets the filters' old names back."""
    from PIL import Image

    for name, today in {"ANTIALIAS": "LANCZOS", "LINEAR": "BILINEAR", "CUBIC": "BICUBIC"}.items():
        if not hasattr(Image, name):
            setattr(Image, name, getattr(Image, today))
            _given.append((Image, name, None))
    return {}


def _pyplot() -> dict[str, Any]:
    from tfcompat.era import pyplot_calls

    pyplot_calls.give(_given)
    return {"hold": lambda b=None: None, "ishold": lambda: True}


def _nltk() -> dict[str, Any]:
    from tfcompat.era import nltk_names

    nltk_names.give(_given)
    return {}


def _sklearn_datasets() -> dict[str, Any]:
    from tfcompat.era import sklearn_datasets

    return {"fetch_mldata": sklearn_datasets.fetch_mldata}


# module -> the names that it had
NAMES: dict[str, Callable[[], dict[str, Any]]] = {
    "PIL": _pillow,
    "PIL.Image": _pillow,
    "collections": _collections,
    "inspect": _inspect,
    "matplotlib.pyplot": _pyplot,
    "nltk": _nltk,
    "pandas": _pandas,
    "pickle": _pickle,
    "scipy": _scipy,
    "six.moves": _pickle,
    "six.moves.cPickle": _pickle,
    "sklearn.datasets": _sklearn_datasets,
    "time": _time,
}


def give(module: str) -> None:
    """Adds what a module has dropped; once."""
    if module in _done or module not in NAMES or module not in sys.modules:
        return
    _done.add(module)
    holder = sys.modules[module]
    for name, value in NAMES[module]().items():
        if name not in vars(holder):
            setattr(holder, name, value)
            _given.append((holder, name, None))


def take_back() -> None:
    """The modules as they were imported."""
    while _given:
        holder, name, before = _given.pop()
        if before is None:
            delattr(holder, name)
        else:
            setattr(holder, name, before)
    _done.clear()
