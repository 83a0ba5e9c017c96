"""Replaced functions under their other names.

TensorFlow's modules and its public API hold the same function object in many places (`from m import f`,
`tf.compat.v1.f`, `tf.compat.v2.f`), and a replacement must be found in all of them.
"""

from __future__ import annotations

import sys
from types import ModuleType

from tfcompat.backend import replace

_ROOTS = ("tensorflow.", "tf_keras.")
_seen: set[str] = set()
_targets: set[str] = set()


def apply() -> None:
    """Points every other name of a replaced function at its dispatcher, in the modules loaded since the last call."""
    new = {target: held for target, held in replace._applied.items() if target not in _targets}
    if new:
        _seen.clear()
    _targets.update(new)
    dispatchers = {
        id(original): vars(holder)[name]
        for holder, name, original in replace._applied.values()
        if isinstance(holder, ModuleType)
    }
    for path, module in list(sys.modules.items()):
        if path in _seen or not path.startswith(_ROOTS) or not isinstance(module, ModuleType):
            continue
        _seen.add(path)
        names = vars(module)
        for name in [name for name, value in names.items() if id(value) in dispatchers]:
            names[name] = dispatchers[id(names[name])]
