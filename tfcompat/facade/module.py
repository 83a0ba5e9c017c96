"""The module object that answers `tf.…` for TensorFlow 1 code.

Each name is looked for in this order: what tfcompat brings itself (`tfcompat.tf1`, folder path = TF1 dotted path),
Keras 2, TensorFlow's own `tf.compat.v1`, the old spellings of 0.x and 1.x, and else an `AttributeError` that says
where the name went. An answer is kept in the module's dictionary, so a name costs its search once.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import sys
from types import ModuleType
from typing import Any

from tfcompat.backend import legacy_keras, start, tf_slim, versions
from tfcompat.facade import contrib, deep
from tfcompat.symbols import contrib_modules, explain_missing, renamed

OURS = "tfcompat.tf1"
VERSION = "1.15.5"
_modules: dict[str, TF1Module] = {}


class TF1Module(ModuleType):
    """`tensorflow`, or one of its modules (`path`, as in `nn` or `train.experimental`), as 1.15 had it."""

    def __init__(self, path: str, real: ModuleType | None) -> None:
        name = f"tensorflow.{path}" if path else "tensorflow"
        super().__init__(name, getattr(real, "__doc__", None))
        state = vars(self)
        state["_tfcompat_path"] = path
        state["_tfcompat_real"] = real
        state["_tfcompat_ours"] = _ours(path)
        state["__path__"] = list(getattr(real, "__path__", []))
        state["__spec__"] = importlib.machinery.ModuleSpec(name, None, is_package=True)
        if getattr(real, "__file__", None):
            state["__file__"] = real.__file__  # type: ignore[union-attr]

    def __getattr__(self, name: str) -> Any:
        value = _find(self, name)
        if not name.startswith("__"):
            vars(self)[name] = value
        return value

    def __dir__(self) -> list[str]:
        names = {name for name in vars(self) if not name.startswith("_tfcompat_")}
        names.update(getattr(vars(self)["_tfcompat_ours"], "__all__", ()))
        names.update(name for name in dir(vars(self)["_tfcompat_real"]) if not name.startswith("_"))
        return sorted(names)

    def __repr__(self) -> str:
        return f"<module {self.__name__!r} of TensorFlow {VERSION}, served by tfcompat>"

    def __reduce__(self) -> tuple[Any, ...]:
        return import_name, (self.__name__,)


def tensorflow() -> TF1Module:
    """The top-level module; starts TensorFlow on the first call."""
    if not start.started():
        start.load()
        for folder in ("matched", "behaviour"):
            importlib.import_module(f"{OURS}.{folder}").install()
        start.start()
    if "" not in _modules:
        _modules[""] = TF1Module("", importlib.import_module("tensorflow.compat.v1"))
    return _modules[""]


deep.tf1_view = tensorflow


def import_name(name: str) -> Any:
    """The module that `import <name>` means to TensorFlow 1 code; `name` is `tensorflow` or begins with it.

    Raises:
      ModuleNotFoundError: 1.15 had no such module, or it is gone; the text says which.
    """
    module: Any = tensorflow()
    for part in name.split(".")[1:]:
        try:
            module = getattr(module, part)
        except AttributeError as error:
            raise ModuleNotFoundError(str(error), name=name) from None
    if not isinstance(module, ModuleType):
        raise ModuleNotFoundError(f"No module named {name!r}: it is a {type(module).__name__}, not a module", name=name)
    return module


def _find(module: TF1Module, name: str) -> Any:
    path: str = vars(module)["_tfcompat_path"]
    dotted = f"{path}.{name}" if path else name
    if name in _SPECIAL.get(path, {}):
        return _SPECIAL[path][name]()
    if name.startswith("__"):
        if name == "__all__":
            return [each for each in dir(module) if not each.startswith("_") and _can_load(path, each)]
        return _of_real(module, name)
    ours = vars(module)["_tfcompat_ours"]
    if ours is not None and name in ours.__all__:
        return _view(dotted, getattr(ours, name))
    if dotted in legacy_keras.PATHS:
        try:
            return _view(dotted, legacy_keras.load(dotted))
        except ModuleNotFoundError as error:
            raise AttributeError(str(error), name=name, obj=module) from None
    try:
        return _view(dotted, _of_real(module, name))
    except AttributeError:
        pass
    if _is_inside_contrib(dotted):
        return contrib.ContribModule(dotted, _file_of_ours, _public_module, _slim_module)
    if _ours(dotted) is not None:
        return _module(dotted, None)
    target = renamed(dotted)
    if target is not None:
        value: Any = tensorflow()
        for part in target.split("."):
            value = getattr(value, part)
        return value
    raise AttributeError(explain_missing(dotted), name=name, obj=module)


def _is_inside_contrib(dotted: str) -> bool:
    """Whether 1.15 had a module here that no public name of contrib leads to."""
    return dotted.count(".") > 1 and contrib_modules.has(dotted) and _ours(dotted) is None


def _file_of_ours(path: str) -> ModuleType | None:
    """Our module at a TF1 path, public (a folder with `__all__`) or not."""
    name = f"{OURS}.{path}"
    try:
        return importlib.import_module(name) if importlib.util.find_spec(name) is not None else None
    except ModuleNotFoundError as error:
        if error.name is not None and (name == error.name or name.startswith(f"{error.name}.")):
            return None
        raise


def _public_module(path: str) -> TF1Module | None:
    value: Any = tensorflow()
    for part in path.split("."):
        value = vars(value).get(part) or getattr(value, part, None)
        if not isinstance(value, TF1Module):
            return None
    return value


def _slim_module(path: str) -> ModuleType | None:
    """What tf-slim has for a module inside contrib."""
    place = contrib_modules.in_tf_slim(path)
    try:
        return None if place is None else tf_slim.load(place)
    except ModuleNotFoundError as error:
        if error.name == f"tf_slim.{place}":
            return None
        raise


def _can_load(path: str, name: str) -> bool:
    return not (path == "" and name in legacy_keras.PATHS) or versions.installed("tf_keras") is not None


def _of_real(module: TF1Module, name: str) -> Any:
    real = vars(module)["_tfcompat_real"]
    if real is None:
        raise AttributeError(name)
    return getattr(real, name)


def _view(dotted: str, value: Any) -> Any:
    """`value`, or the TF1 view of it if it is one of TensorFlow's public modules or ours."""
    return _module(dotted, value) if _is_public_module(value) else value


def _module(dotted: str, value: ModuleType | None) -> TF1Module:
    if dotted not in _modules:
        _modules[dotted] = TF1Module(dotted, value)
    return _modules[dotted]


def _is_public_module(value: Any) -> bool:
    if not isinstance(value, ModuleType):
        return False
    name = getattr(value, "__name__", "")
    return name.startswith(("tensorflow._api.", "tensorflow.compat.", "tf_keras.api.", f"{OURS}."))


def _ours(path: str) -> ModuleType | None:
    """Our package for a TF1 path, if there is one."""
    name = f"{OURS}.{path}" if path else OURS
    if name in sys.modules:
        return sys.modules[name]
    parent = name.rpartition(".")[0]
    if path and _ours(path.rpartition(".")[0]) is None:
        return None
    if path and not hasattr(sys.modules[parent], "__path__"):
        return None
    if importlib.util.find_spec(name) is None:
        return None
    module = importlib.import_module(name)
    return module if hasattr(module, "__all__") else None


def _compat() -> ModuleType:
    module = ModuleType("tensorflow.compat")
    real = importlib.import_module("tensorflow.compat.v1.compat")
    for name in dir(real):
        if not name.startswith("_"):
            setattr(module, name, getattr(real, name))
    module.v1 = tensorflow()  # type: ignore[attr-defined]
    module.v2 = importlib.import_module("tensorflow.compat.v2")  # type: ignore[attr-defined]
    return module


def _version() -> ModuleType:
    module = ModuleType("tensorflow.version")
    real = importlib.import_module("tensorflow.compat.v1.version")
    vars(module).update({name: value for name, value in vars(real).items() if not name.startswith("_")})
    module.VERSION = VERSION  # type: ignore[attr-defined]
    return module


def _deep(name: str) -> Any:
    return lambda: deep.deep_module(f"tensorflow.{name}")


# Code of that time compares versions to choose between 0.x, 1.x and 2.x spellings; the view is 1.15's, so it must
# take the 1.15 branch. The installed version is tf.compat.v2.__version__.
_SPECIAL: dict[str, dict[str, Any]] = {
    "": {
        "__version__": lambda: VERSION,
        "VERSION": lambda: VERSION,
        "compat": _compat,
        "version": _version,
        "python": _deep("python"),
        "core": _deep("core"),
        "tools": _deep("tools"),
    }
}
