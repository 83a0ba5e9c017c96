"""Runs a script or module as `python` would, with the TF1 view on."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import os
import sys
from types import CodeType, ModuleType

from tfcompat.hook import errors, user_source
from tfcompat.hook.install import install


class CannotRun(Exception):
    """The path or module cannot be run at all; the text is one sentence for the user."""


def run_path(path: str, arguments: list[str]) -> None:
    """Executes the script at `path` as `__main__`; its exceptions, `SystemExit` included, pass through."""
    script = os.path.abspath(_script_in(path))
    code = _compiled(script)
    sys.argv = [path, *arguments]
    sys.path.insert(0, os.path.dirname(os.path.realpath(script)))
    main = _new_main(script)
    main.__spec__ = None
    vars(main)["__cached__"] = None
    main.__loader__ = importlib.machinery.SourceFileLoader("__main__", script)
    _execute(code, main)


def run_module(name: str, arguments: list[str]) -> None:
    """Executes a module, or a package's `__main__`, as `python -m name` would."""
    sys.argv = ["-m", *arguments]
    sys.path.insert(0, os.getcwd())
    user_source.install()
    spec = _spec(name)
    if spec.submodule_search_locations is not None:
        spec = _spec(f"{name}.__main__")
    loader = spec.loader
    code = loader.get_code(spec.name) if hasattr(loader, "get_code") else None  # type: ignore[union-attr]
    if code is None:
        raise CannotRun(f"no code to run in module {name!r} ({spec.origin}); give a module written in Python.")
    sys.argv[0] = spec.origin or name
    main = _new_main(spec.origin or name)
    main.__spec__, main.__loader__, main.__package__ = spec, loader, spec.parent
    vars(main)["__cached__"] = spec.cached
    _execute(code, main)


def _spec(name: str) -> importlib.machinery.ModuleSpec:
    try:
        spec = importlib.util.find_spec(name)
    except ModuleNotFoundError as error:
        if error.name and name.startswith(error.name):
            raise CannotRun(f"no module named {error.name!r}; run it from the folder that holds it.") from None
        raise
    if spec is None:
        raise CannotRun(f"no module named {name!r}; run it from the folder that holds it.")
    return spec


def _script_in(path: str) -> str:
    if not os.path.exists(path):
        raise CannotRun(f"no such file: {path}")
    if not os.path.isdir(path):
        return path
    inside = os.path.join(path, "__main__.py")
    if not os.path.exists(inside):
        raise CannotRun(f"{path} is a folder without a __main__.py; give a script inside it.")
    return inside


def _compiled(path: str) -> CodeType:
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        raise CannotRun(f"{path} cannot be read: {error.strerror}") from None
    if b"\0" in source:
        raise CannotRun(f"{path} is a binary file; a Python script was expected.")
    try:
        return user_source.compiled(source, path)
    except ModuleNotFoundError as error:
        raise CannotRun(f"{path}: {error}") from None
    except SyntaxError as error:
        where = f"{path}, line {error.lineno}" if error.lineno else path
        line = f": {error.text.strip()}" if error.text else ""
        raise CannotRun(f"{where}: {error.msg}{line}") from None
    except UnicodeDecodeError as error:
        raise CannotRun(f"{path}, line {_undecodable(source, error)}: not Python source: {error}") from None
    except ValueError as error:
        raise CannotRun(f"{path} is not Python source: {error}") from None


def _undecodable(source: bytes, error: UnicodeDecodeError) -> int:
    """The line of the first byte that is no text; the decoder counts from where it last stood."""
    try:
        source.decode(error.encoding)
    except UnicodeDecodeError as whole:
        return source.count(b"\n", 0, whole.start) + 1
    return 1


def _new_main(path: str) -> ModuleType:
    main = ModuleType("__main__")
    vars(main)["__annotations__"] = {}
    main.__file__ = path
    vars(main)["__builtins__"] = sys.modules["builtins"]
    sys.modules["__main__"] = main
    return main


def _execute(code: CodeType, main: ModuleType) -> None:
    install()
    try:
        exec(code, vars(main))
    except BaseException:
        users = sys.excepthook
        if users is not errors.show:  # the script's own hook gets a traceback that starts in the script

            def show(kind, error, trace):  # type: ignore[no-untyped-def]
                errors.hide_our_frames(error)
                users(kind, error, error.__traceback__)

            sys.excepthook = show
        raise
