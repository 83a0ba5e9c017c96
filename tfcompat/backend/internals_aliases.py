"""Replaced functions under their other names.

TensorFlow's modules and its public API hold the same function object in many places (`from m import f`,
`tf.compat.v1.f`, `tf.compat.v2.f`), some of them from before TensorFlow wrapped it once more. A replacement must be
found in all of them.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from tfcompat.backend import replace

_ROOTS = ("tensorflow.", "tf_keras.")
_searched: set[str] = set()
_dispatchers: dict[int, Any] = {}
_kept: list[Any] = []  # the functions whose ids are keys above: alive, so that no other object gets the same id
_known: set[str] = set()


def apply() -> None:
    """Points every other name of a replaced function at a dispatcher, in the modules loaded since the last call."""
    for target, (holder, name, original) in replace._applied.items():
        if target not in _known and isinstance(holder, ModuleType):
            _known.add(target)
            _searched.clear()
            _enter(original, vars(holder)[name])
    for path, module in list(sys.modules.items()):
        if path in _searched or not path.startswith(_ROOTS) or not isinstance(module, ModuleType):
            continue
        _searched.add(path)
        names = vars(module)
        for name in [name for name, value in names.items() if id(value) in _dispatchers]:
            names[name] = _dispatchers[id(names[name])]


def _enter(original: Any, dispatcher: Any) -> None:
    replacement = dispatcher.__tfcompat_replacement__
    while original is not None and id(original) not in _dispatchers:
        _kept.append(original)
        _dispatchers[id(original)] = dispatcher
        original = vars(original).get("__wrapped__") if hasattr(original, "__dict__") else None
        dispatcher = None if original is None else replace._dispatcher(original, replacement)
