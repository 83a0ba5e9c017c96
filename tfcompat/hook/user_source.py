"""The user's scripts and modules as code.

Python 2 source is translated as it is read, arrays of one are numbers, the class of tensors is tf.Tensor, and messages
of an old compiler are built.
"""

from __future__ import annotations

import ast
import importlib.machinery
import os
import sys
from collections.abc import Sequence
from types import CodeType, ModuleType
from typing import Any

from tfcompat.hook import old_code, old_messages, project
from tfcompat.rewrite.python2 import compiling, marks
from tfcompat.rewrite.python2.translate import NotPython2
from tfcompat.source.python_file import decode

# Passes its tests on today's NumPy: read as Python keeps it, it is loaded sooner.
_WITHOUT_ARRAYS_AS_NUMBERS = "tf_slim"


def compiled(source: bytes, path: str, in_package: bool = False) -> CodeType:
    """The code of a script or module; says on standard error when it was translated.

    Raises:
      SyntaxError, ValueError: the source is neither Python 3 nor Python 2.
      ModuleNotFoundError: it is Python 2, and fissix, which translates it, is not installed.
    """
    if old_messages.needed(source):
        return compile(old_messages.served(ast.parse(source, path)), path, "exec", dont_inherit=True)
    text = decode(source)
    if marks.is_python2(text):
        try:
            code = compiling.compiled(text, path, in_package, old_code.served)
        except NotPython2 as error:
            _raise_the_later(error.line, text, source, path)
        except ModuleNotFoundError:
            if not _compiles(source, path):
                raise
        else:
            print(f"tfcompat: {_short(path)} is Python 2; it runs translated", file=sys.stderr)
            return code
    if not old_code.needed(source):
        return compile(source, path, "exec", dont_inherit=True)
    return compile(old_code.served(ast.parse(source, path)), path, "exec", dont_inherit=True)


def _raise_the_later(line: int, text: str, source: bytes, path: str) -> None:
    """Raises Python 3's own error, or Python 2's where that language gets further before it gives up."""
    try:
        compile(source, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        if line <= (error.lineno or 0):
            raise
    lines = text.split("\n")
    if 0 < line <= len(lines):
        raise SyntaxError("neither Python 3 nor Python 2", (path, line, 1, lines[line - 1]))


def _compiles(source: bytes, path: str) -> bool:
    try:
        compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def _short(path: str) -> str:
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative


class _Loader(importlib.machinery.SourceFileLoader):
    """Reads a module that is changed; nothing of it is kept in __pycache__, where plain Python would find it."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return compiled(self.get_data(path), path, "." in fullname or self.is_package(fullname))


class _Finder:
    """Finds what Python's own path finder finds, and gives modules of the user's that are changed another loader."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] in sys.stdlib_module_names:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is None or type(spec.loader) is not importlib.machinery.SourceFileLoader or not spec.origin:
            return None
        if not project.sees_tf1({"__name__": name, "__file__": spec.origin}, None):
            return None
        try:
            with open(spec.origin, "rb") as file:
                source = file.read()
            old = not name.startswith(_WITHOUT_ARRAYS_AS_NUMBERS) and old_code.needed(source)
            changed = old or old_messages.needed(source) or marks.is_python2(decode(source))
        except (OSError, SyntaxError, UnicodeDecodeError):
            return None
        if not changed:
            return None
        spec.loader = _Loader(spec.loader.name, spec.loader.path)
        spec.cached = None
        return spec


_finder: Any = _Finder


def install() -> None:
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)


def uninstall() -> None:
    if _finder in sys.meta_path:
        sys.meta_path.remove(_finder)
