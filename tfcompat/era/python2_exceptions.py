"""`exceptions` of Python 2: the builtin exceptions by name, and `StandardError`."""

from __future__ import annotations

import builtins
from typing import Any

StandardError = Exception
_BUILTIN = {
    name: each for name, each in vars(builtins).items() if isinstance(each, type) and issubclass(each, BaseException)
}
__all__ = sorted([*_BUILTIN, "StandardError"])


def __getattr__(name: str) -> Any:
    if name not in _BUILTIN:
        raise AttributeError(f"Python 2 and 3 have no builtin exception {name}", name=name)
    return _BUILTIN[name]
