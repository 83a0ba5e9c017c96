"""Libraries that expect TensorFlow 2 keep it, while the script that calls them lives in TensorFlow 1.

Such a library is one that imported TensorFlow itself and is neither the user's code nor written for TensorFlow 1.
Its functions and methods are guarded (see `guard`): called from TensorFlow 1 code they run eagerly, with every 2.x
switch on and outside the user's graph; called from TensorFlow 2 code they pass straight through.
"""

from __future__ import annotations

import contextlib
import importlib.util
import sys
import weakref
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any

from tfcompat.backend import graph_mode, mode, start
from tfcompat.hook import guard, project

# Looked up on every attribute access or by the interpreter itself: no TensorFlow work happens in them.
_LEFT_ALONE = {
    "__class_getitem__", "__del__", "__delattr__", "__dir__", "__eq__", "__getattr__", "__getattribute__", "__hash__",
    "__init_subclass__", "__instancecheck__", "__ne__", "__reduce__", "__reduce_ex__", "__repr__", "__set_name__",
    "__setattr__", "__str__", "__subclasscheck__", "__subclasshook__",
}  # fmt: skip

_library: dict[str, bool] = {}
_use_tensorflow: set[str] = set()
_guarded: weakref.WeakValueDictionary[int, Any] = weakref.WeakValueDictionary()  # modules and classes, by id
_modules_seen = 0


def may_need_tf2() -> bool:
    """Whether TensorFlow 1 code runs here, so that a library's import must be told apart from it."""
    return start.started() and mode.tf1_active()


@contextlib.contextmanager
def importing(name: str) -> Iterator[None]:
    """Around an import in user code: a library's module body runs in TensorFlow 2, and what it defines is guarded."""
    if not _is_library(name.partition(".")[0]):
        yield
        return
    if name in sys.modules:
        yield
    else:
        with graph_mode.as_tf2():
            yield
    guard_new()


def _is_library(top: str) -> bool:
    """Whether a top-level name is installed, not the user's, and free to expect TensorFlow 2."""
    if top not in _library:
        _library[top] = _look_up(top)
    return _library[top]


def _look_up(top: str) -> bool:
    if top in project.NEUTRAL_PACKAGES or top in project.tf1_packages or top in sys.stdlib_module_names:
        return False
    if top in project.tf2_packages:
        return True
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError, AttributeError):
        return False
    if spec is None:
        return False
    places = [str(place) for place in (spec.origin, *(spec.submodule_search_locations or ())) if place]
    return not any(project.is_user_file(place) for place in places if place not in ("built-in", "frozen"))


def forget() -> None:
    """Decides anew, after the user named packages."""
    global _modules_seen
    _library.clear()
    _use_tensorflow.clear()
    _guarded.clear()
    _modules_seen = 0
    guard.release_all()


def guard_new() -> None:
    """Guards what TensorFlow 2 libraries have defined since the last call."""
    global _modules_seen
    if len(sys.modules) == _modules_seen or not start.started():
        return
    _modules_seen = len(sys.modules)
    waiting: dict[str, list[ModuleType]] = {}
    for name, module in list(sys.modules.items()):
        top = name.partition(".")[0]
        if not isinstance(module, ModuleType) or _guarded.get(id(module)) is module or not _is_library(top):
            continue
        if top not in _use_tensorflow and _uses_tensorflow(module):
            _use_tensorflow.add(top)
        waiting.setdefault(top, []).append(module)
    for top in _use_tensorflow.intersection(waiting):
        for module in waiting[top]:
            _guarded[id(module)] = module
            _guard_module(module, top)


def _uses_tensorflow(module: ModuleType) -> bool:
    return any(
        isinstance(value, ModuleType) and getattr(value, "__name__", "").partition(".")[0] == "tensorflow"
        for value in list(vars(module).values())
    )


def _guard_module(module: ModuleType, top: str) -> None:
    for value in list(vars(module).values()):
        owner = getattr(value, "__module__", None)
        if not isinstance(owner, str) or owner.partition(".")[0] != top:
            continue
        if isinstance(value, FunctionType):
            guard.guard(value)
        elif isinstance(value, type) and _guarded.get(id(value)) is not value:
            _guarded[id(value)] = value
            _guard_class(value)


def _guard_class(cls: type) -> None:
    for name, value in list(vars(cls).items()):
        if name in _LEFT_ALONE:
            continue
        parts = (value.fget, value.fset, value.fdel) if isinstance(value, property) else (value,)
        for part in parts:
            function = part.__func__ if isinstance(part, (staticmethod, classmethod)) else part
            if isinstance(function, FunctionType):
                guard.guard(function)


guard.after_each_call(guard_new)
