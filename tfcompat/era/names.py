"""Names that modules have dropped, given back when old code imports the module; only what is missing is added."""

from __future__ import annotations

import inspect
import sys
import time
from collections.abc import Callable
from typing import Any

from tfcompat.era import sklearn_arguments

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


def _configparser() -> dict[str, Any]:
    import configparser

    raw: Any = configparser.RawConfigParser
    if not hasattr(raw, "readfp"):
        raw.readfp = lambda self, fp, filename=None: self.read_file(fp, filename)
        _given.append((raw, "readfp", None))
    return {"SafeConfigParser": configparser.ConfigParser}


def _csv() -> dict[str, Any]:
    from tfcompat.era import csv_rows

    csv_rows.give(_given)
    return {}


def _time() -> dict[str, Any]:
    return {"clock": time.perf_counter}


def _scipy() -> dict[str, Any]:
    """What SciPy re-exported from NumPy until 1.x."""
    import numpy

    names = "array zeros ones sqrt exp log sin cos arange linspace dot pi mean std float_ eye random where".split()
    return {name: getattr(numpy, name) for name in names if hasattr(numpy, name)}


def _pandas() -> dict[str, Any]:
    """The module's functions; its classes get their old methods, too."""
    from tfcompat.era import pandas_methods

    pandas_methods.give(_given)
    return pandas_methods.functions()


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


def _matplotlib() -> dict[str, Any]:
    """Nothing in the package itself; its settings take old values."""
    from tfcompat.era import pyplot_calls

    pyplot_calls.give_settings(_given)
    return {}


def _pyplot() -> dict[str, Any]:
    from tfcompat.era import pyplot_calls

    give("matplotlib")
    pyplot_calls.give(_given)
    return {"hold": lambda b=None: None, "ishold": lambda: True}


def _nltk() -> dict[str, Any]:
    from tfcompat.era import nltk_names

    nltk_names.give(_given)
    return {}


def _sklearn_datasets() -> dict[str, Any]:
    from tfcompat.era import sklearn_datasets

    return {"fetch_mldata": sklearn_datasets.fetch_mldata}


def _sklearn(module: str) -> Callable[[], dict[str, Any]]:
    """Nothing in the module itself; its estimators take arguments by their old names."""

    def give() -> dict[str, Any]:
        sklearn_arguments.give(module, _given)
        return {}

    return give


def _model_selection() -> dict[str, Any]:
    """Nothing in a module that today's `sklearn.model_selection` serves; that one is given what it had."""
    import sklearn.model_selection  # noqa: F401 (only what is loaded is given anything)

    give("sklearn.model_selection")
    return {}


# module -> the names that it had
NAMES: dict[str, Callable[[], dict[str, Any]]] = {
    "PIL": _pillow,
    "PIL.Image": _pillow,
    "collections": _collections,
    "configparser": _configparser,
    "csv": _csv,
    "inspect": _inspect,
    "matplotlib": _matplotlib,
    "matplotlib.pyplot": _pyplot,
    "nltk": _nltk,
    "pandas": _pandas,
    "pickle": _pickle,
    "scipy": _scipy,
    "six.moves": _pickle,
    "six.moves.cPickle": _pickle,
    "sklearn.cross_validation": _model_selection,
    "sklearn.datasets": _sklearn_datasets,
    "sklearn.grid_search": _model_selection,
    "sklearn.learning_curve": _model_selection,
    "time": _time,
    **{module: _sklearn(module) for module in sklearn_arguments.RENAMED},
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
