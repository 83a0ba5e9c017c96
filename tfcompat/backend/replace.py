"""Replaces a function inside TensorFlow or tf_keras for code that sees TensorFlow 1, and for nobody else.

A replacement is declared beside its code:

    @replaces("tensorflow.python.ops.nn_ops.dropout_v2")
    def dropout_v2(original, x, rate, ...): ...

and is put in place by `apply()`. The attribute then holds a dispatcher: in the TF1 view it calls the replacement
with the original function first, otherwise the original, so libraries that expect TensorFlow 2 notice nothing.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

from tfcompat.backend.mode import tf1_active

_pending: dict[str, Callable[..., Any]] = {}
_applied: dict[str, tuple[Any, str, Any]] = {}


def replaces(*targets: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares the decorated function to stand for `package.module.function` or `package.module.Class.method`."""

    def declare(replacement: Callable[..., Any]) -> Callable[..., Any]:
        for target in targets:
            _pending[target] = replacement
        return replacement

    return declare


def apply() -> None:
    """Puts every declared replacement in place whose module is loaded; the others wait for the next call."""
    for target in list(_pending):
        holder, name = _find(target)
        if holder is None:
            continue
        replacement = _pending.pop(target)
        original = vars(holder).get(name)
        if original is None:  # absent from this TensorFlow: nothing to match
            continue
        _applied[target] = holder, name, original
        setattr(holder, name, _dispatcher(original, replacement))


def undo() -> None:
    """Puts the originals back."""
    for target, (holder, name, original) in _applied.items():
        _pending[target] = vars(holder)[name].__tfcompat_replacement__
        setattr(holder, name, original)
    _applied.clear()


def stay_out_of(disclaim: Callable[[], None]) -> None:
    """Calls a function by which a library learns that its caller, this module, is not to be named to the user."""
    disclaim()


def _find(target: str) -> tuple[Any, str]:
    """The loaded module or class that holds `target`, or None while it is not loaded, and the attribute's name."""
    path, name = target.rsplit(".", 1)
    if path in sys.modules:
        return sys.modules[path], name
    module, _, inner = path.rpartition(".")
    return getattr(sys.modules.get(module), inner, None), name


def _dispatcher(original: Callable[..., Any], replacement: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(original)
    def dispatch(*args: Any, **kwargs: Any) -> Any:
        if tf1_active():
            return replacement(original, *args, **kwargs)
        return original(*args, **kwargs)

    dispatch.__tfcompat_replacement__ = replacement  # type: ignore[attr-defined]
    return dispatch
