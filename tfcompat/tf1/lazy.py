"""Modules whose names lie elsewhere and are looked up when they are asked for.

Such a module says `HOMES = {home: "names separated by blanks"}`, `__all__ = lazy.names(HOMES)` and
`__getattr__ = lazy.getter(__name__, HOMES)`. A home is

- `.file`: our file beside the module,
- `.`: nowhere else: the name is a module of ours below this one,
- `tf_slim` or `tf_slim.layers`: the tf-slim package,
- `tensorflow_estimator.python.estimator`: a module of that package,
- `tf` or `tf.losses`: TensorFlow's compat.v1 (`tf.layers`, `tf.keras` and `tf.nn.rnn_cell`: tf_keras),
- anything else: a module by its full name.

`new=old` gives a name that is called `old` at home.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable, Mapping
from typing import Any

from tfcompat.backend import estimator, legacy_keras, tf_slim


def names(homes: Mapping[str, str]) -> list[str]:
    """What a module with these homes serves, sorted."""
    return sorted(row.partition("=")[0] for rows in homes.values() for row in rows.split())


def getter(module: str, *tables: Mapping[str, str]) -> Callable[[str], Any]:
    """The module's `__getattr__`, for one or more tables of homes; an answer is kept in the module."""
    table: dict[str, tuple[str, str]] = {}
    for home, rows in (row for homes in tables for row in homes.items()):
        for row in rows.split():
            name, _, old = row.partition("=")
            table[name] = (home, old or name)

    def get(name: str) -> Any:
        if name not in table:
            raise AttributeError(f"module {module!r} has no attribute {name!r}", name=name)
        home, old = table[name]
        value = importlib.import_module(f".{old}", module) if home == "." else getattr(_load(module, home), old)
        setattr(sys.modules[module], name, value)
        return value

    return get


def _load(module: str, home: str) -> Any:
    top, _, rest = home.partition(".")
    if not top:
        folder = module if hasattr(sys.modules[module], "__path__") else module.rpartition(".")[0]
        return importlib.import_module(home, folder)
    if top == "tf_slim":
        return tf_slim.load(rest)
    if top == estimator.PACKAGE:
        return estimator.load(rest)
    if top != "tf":
        return importlib.import_module(home)
    if rest in legacy_keras.PATHS:
        return legacy_keras.load(rest)
    start = importlib.import_module("tensorflow.compat.v1")
    return functools.reduce(getattr, rest.split("."), start) if rest else start
