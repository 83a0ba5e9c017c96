"""Libraries that expect TensorFlow 2 keep it, while the script that calls them lives in TensorFlow 1.

Such a library is one that imported TensorFlow itself and is neither the user's code nor written for TensorFlow 1.
Its functions and methods are wrapped in place: called from TensorFlow 1 code they run eagerly, with every 2.x switch
on and outside the user's graph; called from TensorFlow 2 code they pass straight through.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any

from tfcompat.backend import graph_mode, mode, start
from tfcompat.hook import project

# Looked up on every attribute access or by the interpreter itself: no TensorFlow work happens in them.
_LEFT_ALONE = {
    "__class_getitem__", "__del__", "__delattr__", "__dir__", "__eq__", "__getattr__", "__getattribute__", "__hash__",
    "__init_subclass__", "__instancecheck__", "__ne__", "__reduce__", "__reduce_ex__", "__repr__", "__set_name__",
    "__setattr__", "__str__", "__subclasscheck__", "__subclasshook__",
}  # fmt: skip

_library: dict[str, bool] = {}
_wrappers: dict[FunctionType, Callable[..., Any]] = {}
_guarded: set[int] = set()
_modules_seen = 0


def may_need_tf2() -> bool:
    """Whether TensorFlow 1 code runs here, so that a library's import must be told apart from it."""
    return start.started() and mode.tf1_active()


@contextlib.contextmanager
def importing(name: str) -> Iterator[None]:
    """Around an import in user code: a library's module body runs in TensorFlow 2, and what it defines is wrapped."""
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
    places = [spec.origin, *(spec.submodule_search_locations or ())]
    return not any(project.is_user_file(place) for place in places if place and place not in ("built-in", "frozen"))


def forget() -> None:
    """Decides anew, after the user named packages."""
    _library.clear()


def guard_new() -> None:
    """Wraps what TensorFlow 2 libraries have defined since the last call."""
    global _modules_seen
    if len(sys.modules) == _modules_seen:
        return
    by_package: dict[str, list[ModuleType]] = {}
    for name, module in list(sys.modules.items()):
        if isinstance(module, ModuleType):
            by_package.setdefault(name.partition(".")[0], []).append(module)
    for top, modules in by_package.items():
        new = [module for module in modules if id(module) not in _guarded]
        if new and _is_library(top) and any(_uses_tensorflow(module) for module in modules):
            for module in new:
                _guarded.add(id(module))
                _guard_module(module, top)
    _modules_seen = len(sys.modules)


def _uses_tensorflow(module: ModuleType) -> bool:
    return any(
        isinstance(value, ModuleType) and getattr(value, "__name__", "").partition(".")[0] == "tensorflow"
        for value in list(vars(module).values())
    )


def _guard_module(module: ModuleType, top: str) -> None:
    for name, value in list(vars(module).items()):
        owner = getattr(value, "__module__", None)
        if not isinstance(owner, str) or owner.partition(".")[0] != top:
            continue
        if isinstance(value, FunctionType):
            vars(module)[name] = _wrapped(value)
        elif isinstance(value, type) and id(value) not in _guarded:
            _guarded.add(id(value))
            _guard_class(value)


def _guard_class(cls: type) -> None:
    for name, value in list(vars(cls).items()):
        if name in _LEFT_ALONE:
            continue
        replacement: Any
        if isinstance(value, FunctionType):
            replacement = _wrapped(value)
        elif isinstance(value, (staticmethod, classmethod)) and isinstance(value.__func__, FunctionType):
            replacement = type(value)(_wrapped(value.__func__))
        elif type(value) is property:
            parts: tuple[Any, ...] = (value.fget, value.fset, value.fdel)
            getter, setter, deleter = (_wrapped(part) if isinstance(part, FunctionType) else part for part in parts)
            replacement = property(getter, setter, deleter, value.__doc__)
        else:
            continue
        with contextlib.suppress(AttributeError, TypeError):  # a class may refuse to be changed
            setattr(cls, name, replacement)


def _wrapped(function: FunctionType) -> Any:
    if function in _wrappers:
        return _wrappers[function]
    if inspect.iscoroutinefunction(function) or hasattr(function, "__tfcompat_guard__"):
        return function
    wrapper = _generator(function) if inspect.isgeneratorfunction(function) else _call(function)
    wrapper.__tfcompat_guard__ = True  # type: ignore[attr-defined]
    _wrappers[function] = wrapper
    return wrapper


def _call(function: FunctionType) -> Callable[..., Any]:
    @functools.wraps(function)
    def in_tf2(*args: Any, **kwargs: Any) -> Any:
        if not mode.tf1_active():
            return function(*args, **kwargs)
        try:
            with graph_mode.as_tf2():
                return function(*args, **kwargs)
        finally:
            guard_new()

    return in_tf2


def _generator(function: FunctionType) -> Callable[..., Any]:
    @functools.wraps(function)
    def in_tf2(*args: Any, **kwargs: Any) -> Any:
        iterator = function(*args, **kwargs)
        sent: Any = None
        try:
            while True:
                with graph_mode.as_tf2():
                    value = iterator.send(sent)
                sent = yield value
        except StopIteration as stop:
            return stop.value
        finally:
            iterator.close()

    return in_tf2
