"""`lookup(name)`: everything known about a TensorFlow 1 name, and the names nearest to a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TypeVar

from tfcompat.symbols import ours, vocabulary
from tfcompat.symbols.gone import GONE
from tfcompat.symbols.gone_contrib import CONTRIB
from tfcompat.symbols.gone_contrib_names import NAMES
from tfcompat.symbols.gone_estimators import NAMES as ESTIMATORS
from tfcompat.symbols.packages import PACKAGES
from tfcompat.symbols.renames import RENAMED
from tfcompat.symbols.symbol import COMPAT, OURS, PACKAGE, Symbol
from tfcompat.symbols.symbol import GONE as IS_GONE
from tfcompat.symbols.symbol import RENAMED as IS_RENAMED

Row = TypeVar("Row")

# What lay below these in older releases is not listed name by name.
_BEFORE_1_15 = ("examples.", "models.")
# Where names are that compat.v1 does not hold itself; longest path first.
_HOMES = {
    "nn.rnn_cell": "tf_keras.api._v1.keras.__internal__.legacy.rnn_cell",
    "layers": "tf_keras.api._v1.keras.__internal__.legacy.layers",
    "keras": "tf_keras.api._v1.keras",
    "compat.v2": "tensorflow",
}


def renamed(name: str) -> str | None:
    """Today's tf name for an old spelling, without `tf.`, or None."""
    return RENAMED.get(vocabulary.plain(name))


def lookup(name: str) -> Symbol | None:
    """What is known about a dotted name, with or without `tf.`; None if no TensorFlow 1 release had it."""
    plain = vocabulary.plain(name)
    if not plain:
        return None
    kind, arguments = vocabulary.entry(plain) or ("", ())
    if ours.serves(plain) and not _is_only_amended(plain, kind):
        return Symbol(plain, kind, OURS, f"tfcompat.tf1.{plain}", arguments=arguments)
    if plain in RENAMED:
        return Symbol(plain, kind, IS_RENAMED, f"tf.{RENAMED[plain]}", advice=f"use tf.{RENAMED[plain]}")
    row = _gone(plain)
    if row is not None and (kind or plain in GONE or plain in CONTRIB or plain.startswith(_BEFORE_1_15)):
        was, reason, advice = row
        package = _above(plain, PACKAGES)
        served = PACKAGE if package else IS_GONE
        return Symbol(plain, kind, served, package or "", was, reason, advice, arguments)
    if not kind:
        return _deep(plain)
    return Symbol(plain, kind, COMPAT, _home(plain), arguments=arguments)


def _is_only_amended(plain: str, kind: str) -> bool:
    """Whether it is a module that compat.v1 still has, of which `tfcompat.tf1` serves some names."""
    if kind != "module" or _gone(plain) is not None:
        return False
    return not all(ours.serves(f"{plain}.{each}") for each in vocabulary.members(plain))


def _deep(plain: str) -> Symbol | None:
    """What the table of deep imports says about a name inside `tensorflow.python`."""
    if not plain.startswith("python."):
        return None
    from tfcompat.symbols import deep  # a large table that the public names do without

    name = f"tensorflow.{plain}"
    module, _, last = name.rpartition(".")
    target = deep.MODULES.get(name) or deep.MOVED.get(module, {}).get(last)
    return Symbol(plain, "", IS_RENAMED, target, advice=f"use {target}") if target else None


def _home(plain: str) -> str:
    """The full path under which TensorFlow 2 or tf_keras has a name of 1.15."""
    for path, home in _HOMES.items():
        if plain == path or plain.startswith(f"{path}."):
            return home + plain[len(path) :]
    return f"tensorflow.compat.v1.{plain}"


def nearest(name: str, count: int = 3) -> list[str]:
    """The public names most like a wrong one: in its own module first, then the same last part anywhere."""
    plain = vocabulary.plain(name)
    path, _, last = plain.rpartition(".")
    here = {f"{path}.{each}" if path else each: each for each in vocabulary.members(path)}
    close = difflib.get_close_matches(last, here.values(), count, cutoff=0.75)
    found = [full for each in close for full, short in here.items() if short == each]
    if len(found) < count:
        elsewhere = [each for each in vocabulary.names() if each.rpartition(".")[2] == last and each not in found]
        found += sorted((each for each in elsewhere if not each.startswith("compat.")), key=_distance)
    return found[:count]


def _distance(name: str) -> tuple[bool, int, str]:
    return name.startswith("contrib."), name.count("."), name


def _gone(plain: str) -> tuple[str, str, str] | None:
    """The row for the name, or for the longest module path above it."""
    if plain.partition(".")[0] == "contrib":
        return _above(plain, ESTIMATORS) or _above(plain, NAMES) or _above(plain, CONTRIB)
    return _above(plain, GONE)


def _above(plain: str, table: Mapping[str, Row]) -> Row | None:
    """The table's value for the name, or for the longest path above it that the table has."""
    while plain:
        if plain in table:
            return table[plain]
        plain = plain.rpartition(".")[0]
    return None
