"""The modules that the user's code gets for `import keras`: ours first, then those of TensorFlow 1's `tf.keras`."""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import importlib.util
from types import ModuleType
from typing import Any

from tfcompat import facade
from tfcompat.backend import legacy_keras
from tfcompat.keras import keras_applications
from tfcompat.keras.paths import CALLED, GONE, GONE_NAMES, MODULES

_modules: dict[str, KerasModule] = {}


class KerasModule(ModuleType):
    """`keras`, or one of its modules (`path`, as in `layers.core`), as Keras 2.3.1 had it."""

    def __init__(self, path: str) -> None:
        name = f"keras.{path}" if path else "keras"
        super().__init__(name, f"{name} of Keras 2.3.1, served by tfcompat from tf_keras.")
        vars(self)["_tfcompat_path"] = path
        vars(self)["__path__"] = []
        vars(self)["__spec__"] = importlib.machinery.ModuleSpec(name, None, is_package=True)

    def __getattr__(self, name: str) -> Any:
        path: str = vars(self)["_tfcompat_path"]
        child = f"{path}.{name}" if path else name
        if name == "__all__":
            return [each for each in dir(self) if not each.startswith("_")]
        if child in MODULES:
            value: Any = _module(child)
        else:
            value = _look_up(path, name)
        if not name.startswith("__"):
            vars(self)[name] = value
        return value

    def __dir__(self) -> list[str]:
        path: str = vars(self)["_tfcompat_path"]
        start = f"{path}." if path else ""
        children = {each[len(start) :] for each in MODULES if each.startswith(start) and each != path}
        names = {each for each in children if each and "." not in each}
        for home in MODULES[path]:
            for module in _homes(home):
                names.update(getattr(module, "__all__", None) or [each for each in dir(module) if each[0] != "_"])
        return sorted(names)

    def __repr__(self) -> str:
        return f"<module {self.__name__!r} of Keras 2.3.1, served by tfcompat>"

    def __reduce__(self) -> tuple[Any, ...]:
        return import_name, (self.__name__,)


class CalledModule(KerasModule):
    """`keras.layers.merge`: a module of Keras 2, and Keras 1's function."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        path: str = vars(self)["_tfcompat_path"]
        return getattr(self, CALLED[path])(*args, **kwargs)


def import_name(name: str) -> KerasModule:
    """The module that `import <name>` means to the user's code; `name` is `keras` or begins with it.

    Raises:
      ModuleNotFoundError: tf_keras is missing, Keras 2.3.1 and Keras 1 had no such module, or nothing serves it.
    """
    facade.tensorflow()
    legacy_keras.load("keras")
    path = name.removeprefix("keras").removeprefix(".")
    if path not in MODULES:
        why = GONE.get(path, "neither Keras 1 nor Keras 2.3.1 had it")
        raise ModuleNotFoundError(f"No module named {name!r}: {why}", name=name)
    for place, sign in enumerate(path):
        if sign == ".":
            _module(path[:place])
    return _module(path)


def _module(path: str) -> KerasModule:
    if path not in _modules:
        _modules[path] = (CalledModule if path in CALLED else KerasModule)(path)
    return _modules[path]


def _homes(home: str) -> list[Any]:
    """Our module for a path, if there is one, then `tf.keras`' one."""
    found = []
    top, _, rest = home.partition(".")
    if top == "applications":
        built_with = (_module(name) for name in ("backend", "layers", "models", "utils"))
        found = [each for each in [keras_applications.served(rest, *built_with)] if each is not None]
    name = f"tfcompat.keras.{home}" if home else "tfcompat.keras"
    try:
        if importlib.util.find_spec(name) is not None:
            found.append(importlib.import_module(name))
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise
    with contextlib.suppress(ModuleNotFoundError):
        found.append(facade.import_name(f"tensorflow.keras.{home}" if home else "tensorflow.keras"))
    return found


def _look_up(path: str, name: str) -> Any:
    for home in MODULES[path]:
        for module in _homes(home):
            try:
                return getattr(module, name)
            except AttributeError:
                continue
    whole = f"keras.{path}" if path else "keras"
    gone = GONE.get(GONE_NAMES.get((path, name), ""))
    raise AttributeError(f"{whole}.{name}: {gone}" if gone else f"{whole} of Keras 1 and 2 had no {name}", name=name)
