"""`tensorflow.python.…` and `tensorflow.core.…` as TensorFlow 1 code imports them.

Most of these modules still exist; what moved inside TensorFlow since is answered from the table
`tfcompat.symbols.deep`, everything else by the real module.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from types import ModuleType
from typing import Any

from tfcompat.backend import estimator, legacy_keras
from tfcompat.symbols import deep, explain_missing

_modules: dict[str, Any] = {}
# Answers with the top-level module of the TF1 view; `module`, which is built on this file, puts itself here.
tf1_view: Callable[[], ModuleType] = functools.partial(ModuleType, "tensorflow")


class DeepModule(ModuleType):
    """A view of a module inside TensorFlow: moved names first, then submodules, then the real module."""

    def __init__(self, name: str, real: ModuleType | None) -> None:
        super().__init__(name, getattr(real, "__doc__", None))
        vars(self)["_tfcompat_real"] = real
        vars(self)["__path__"] = list(getattr(real, "__path__", []))
        if getattr(real, "__file__", None):
            vars(self)["__file__"] = real.__file__  # type: ignore[union-attr]

    def __getattr__(self, name: str) -> Any:
        real = vars(self)["_tfcompat_real"]
        if name == "__all__":
            return [each for each in dir(self) if not each.startswith("_")]
        moved = deep.MOVED.get(self.__name__, {}).get(name)
        if moved is not None:
            return _resolve(moved)
        child = f"{self.__name__}.{name}"
        if not name.startswith("__"):
            if child in deep.MODULES or child in deep.MOVED:
                return deep_module(child)
            if hasattr(real, name) and not isinstance(getattr(real, name), ModuleType):
                return getattr(real, name)
            module = deep_module(child)
            if module is not None:
                return module
        if real is not None and hasattr(real, name):
            return getattr(real, name)
        raise AttributeError(explain_missing(child.removeprefix("tensorflow.")), name=name, obj=self)

    def __setattr__(self, name: str, value: Any) -> None:
        # Code that replaces a function inside TensorFlow means TensorFlow's own module.
        real = vars(self).get("_tfcompat_real")
        if real is not None and not name.startswith("__"):
            setattr(real, name, value)
        else:
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*dir(vars(self)["_tfcompat_real"]), *deep.MOVED.get(self.__name__, {})})


def deep_module(name: str) -> Any:
    """The module for a full dotted name such as `tensorflow.python.framework.ops`, or None if there is none."""
    if name not in _modules:
        if name in deep.MODULES:
            _modules[name] = _resolve(deep.MODULES[name])
        else:
            real = _real(name)
            # A leaf that nothing moved out of needs no view: it is the real module.
            keep = real is not None and not hasattr(real, "__path__") and name not in deep.MOVED
            wanted = real is not None or name in deep.MOVED
            _modules[name] = real if keep else DeepModule(name, real) if wanted else None
    return _modules[name]


def _real(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and (name == error.name or name.startswith(f"{error.name}.")):
            return None
        raise


def _resolve(target: str) -> Any:
    """`tf.nn.rnn_cell` (the TF1 view's) or `package.module.name` (the real one's)."""
    if target.startswith("tf."):
        value: Any = tf1_view()
        for part in target.split(".")[1:]:
            value = getattr(value, part)
        return value
    if target.startswith(f"{estimator.PACKAGE}."):
        return estimator.load(target.removeprefix(f"{estimator.PACKAGE}."))
    if target.startswith("tf_keras."):
        legacy_keras.load("layers")  # so that its layers build what 1.15's built
    try:
        return importlib.import_module(target)
    except ModuleNotFoundError:
        module, _, name = target.rpartition(".")
        return getattr(importlib.import_module(module), name)
