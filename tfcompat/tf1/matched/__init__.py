"""Builders that create the same ops, in the same order and under the same names, as those of TensorFlow 1.15.

An op without a seed of its own takes it from how many ops its graph holds, so one op more or less anywhere before it
changes its numbers. One file per concept; a file is found by its presence.
"""

from __future__ import annotations

import importlib
import pkgutil

from tfcompat.backend import internals_aliases, internals_gradients, replace, start


def install() -> None:
    """Declares all replacements of this folder and puts those in place whose modules are loaded.

    What waits for tf_keras is put in place by `replace.apply` once that is loaded.
    """
    start.load()
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    replace.apply()
    internals_gradients.apply()
    internals_aliases.apply()
