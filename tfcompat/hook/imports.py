"""`import tensorflow` answered by who asks: the user's code gets TensorFlow 1, everybody else what is installed.

`import` statements go through `builtins.__import__` and calls through `importlib.import_module`; both are wrapped.
For every other module the wrapper only passes on.
"""

from __future__ import annotations

import builtins
import importlib
import importlib.util
import random
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from tfcompat.era.homes import PYTHON2
from tfcompat.hook import era, libraries, project
from tfcompat.hook.entry import is_statement
from tfcompat.hook.project import sees_tf1

_original_import = builtins.__import__
_original_import_module = importlib.import_module
# Libraries of today that draw from `random` as they are imported, which moved what the user's code draws after them.
_DRAW = frozenset(["rich"])
_view = False
_v1_view = False


def _is_tensorflow(name: str, importer: object) -> bool:
    """Whether `name` is TensorFlow's, asked for by code that may see TensorFlow 1.

    Packages written for TensorFlow 1 always do, others only where the view is on.
    """
    if name != "tensorflow" and not name.startswith("tensorflow."):
        return False
    if _v1_view and (name == "tensorflow.compat.v1" or name.startswith("tensorflow.compat.v1.")):
        return True
    return _view or (isinstance(importer, str) and importer.partition(".")[0] in project.tf1_packages)


def _is_keras(name: str) -> bool:
    """Whether `name` is Keras', which the user's code of that time knows as a package of its own."""
    return _view and (name == "keras" or name.startswith("keras."))


def _import(
    name: str,
    globals: Mapping[str, object] | None = None,
    locals: Mapping[str, object] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> Any:
    importer = globals.get("__name__") if isinstance(globals, dict) else None
    if level == 0 and (_is_tensorflow(name, importer) or _is_keras(name) or libraries.may_need_tf2()):
        frame = sys._getframe(1)
        if sees_tf1(globals if isinstance(globals, dict) else frame.f_globals, frame):
            if _is_tensorflow(name, importer) or _is_keras(name):
                # A call may list names that do not exist; only a statement goes on to take them.
                return _import_view(name, fromlist, is_statement(frame))
            with libraries.importing(name):
                module = _import_other(name, globals, locals, fromlist or (), level)
            _give(name, fromlist)
            return module
    module = _import_other(name, globals, locals, fromlist or (), level)
    if _view and level == 0 and (name in era.OLD or name in era.PARENTS):
        frame = sys._getframe(1)
        if sees_tf1(globals if isinstance(globals, dict) else frame.f_globals, frame):
            _give(name, fromlist)
    return module


def _give(name: str, fromlist: Sequence[str] | None) -> None:
    """Gives a module that was imported its old names, and those that were imported from it."""
    if name in era.OLD:
        era.give(name)
    if name in era.PARENTS:
        for each in fromlist or ():
            if f"{name}.{each}" in era.OLD:
                era.give(f"{name}.{each}")


def _import_other(name: str, globals: Any, locals: Any, fromlist: Sequence[str], level: int) -> Any:
    if not level and name.partition(".")[0] in _DRAW and name not in sys.modules:
        state = random.getstate()
        try:
            return _original_import(name, globals, locals, fromlist, level)
        finally:
            random.setstate(state)
    try:
        return _original_import(name, globals, locals, fromlist, level)
    except ModuleNotFoundError as error:
        top = name.partition(".")[0]
        if level or not _view or error.name not in (name, top):
            raise
        if error.name != top or not _has_sibling(globals, top):
            if not _stand_in(name, globals):
                raise
            return _original_import(name, globals, locals, fromlist, level)
        # Python 2's implicit relative import, in code that is otherwise Python 3.
        if fromlist:
            return _original_import(name, globals, locals, fromlist, 1)
        _original_import(name, globals, locals, ("",), 1)
        return sys.modules[f"{globals['__package__']}.{top}"]


def _stand_in(name: str, globals: Mapping[str, object] | None) -> bool:
    """Whether a module of that time is there now; one of Python 2's only for the user's code."""
    if name in PYTHON2 and not (isinstance(globals, dict) and sees_tf1(globals, None)):
        return False
    return era.stand_in(name)


def _has_sibling(globals: Mapping[str, object] | None, top: str) -> bool:
    """Whether the user's package that the importing module belongs to has a module of this name."""
    package = globals.get("__package__") if isinstance(globals, dict) else None
    if not isinstance(package, str) or not package or not sees_tf1(globals, None):  # type: ignore[arg-type]
        return False
    return importlib.util.find_spec(f"{package}.{top}") is not None


def _module(name: str) -> Any:
    """The module of TensorFlow 1, or of the Keras of its time, that a name means."""
    if name.partition(".")[0] == "keras":
        from tfcompat.keras import view

        return view.import_name(name)
    from tfcompat import facade

    return facade.import_name(name)


def _import_view(name: str, fromlist: Sequence[str] | None, statement: bool) -> Any:
    module = _module(name)
    libraries.guard_new()  # those that were imported before
    if not fromlist:
        return _module(name.partition(".")[0])
    for each in fromlist:
        if each == "*" or not statement:
            continue
        try:
            getattr(module, each)
        except AttributeError as error:
            raise ImportError(str(error), name=name) from None
    return module


def _import_module(name: str, package: str | None = None) -> ModuleType:
    if name.startswith(("tensorflow", "keras")):
        frame = sys._getframe(1)
        importer = frame.f_globals.get("__name__")
        if (_is_tensorflow(name, importer) or _is_keras(name)) and sees_tf1(frame.f_globals, frame):
            module: ModuleType = _module(name)
            return module
    return _original_import_module(name, package)


def install(tensorflow: bool, compat_v1: bool = False) -> None:
    """Wraps both; says whether the user's `import tensorflow`, or `import tensorflow.compat.v1`, is the TF1 view."""
    global _view, _v1_view
    _view = _view or tensorflow
    _v1_view = _v1_view or compat_v1
    builtins.__import__ = _import
    importlib.import_module = _import_module


def uninstall() -> None:
    global _view, _v1_view
    _view = _v1_view = False
    # Another tool may have wrapped our wrapper; then ours stays and passes everything on.
    if builtins.__import__ is _import:
        builtins.__import__ = _original_import
    if importlib.import_module is _import_module:
        importlib.import_module = _original_import_module
