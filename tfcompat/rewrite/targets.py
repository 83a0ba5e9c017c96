"""Where a TensorFlow 1 name is found by code that runs on plain TensorFlow 2: compat.v1 first, then `tfcompat.tf1`."""

from __future__ import annotations

import functools
from typing import NamedTuple

from tfcompat.rewrite.module import known
from tfcompat.symbols import contrib_modules, ours, tensorflow_2
from tfcompat.symbols.symbol import GONE, OURS, PACKAGE, RENAMED, Symbol

V1 = "tensorflow.compat.v1"
TF1 = "tfcompat.tf1"


class Target(NamedTuple):
    """`module` and `name` of what a name becomes; `name` is empty for a module."""

    module: str
    name: str

    @property
    def is_v1(self) -> bool:
        return self.module == V1 or self.module.startswith(f"{V1}.")

    @property
    def plain(self) -> str:
        """The dotted path below `tensorflow.compat.v1` or `tfcompat.tf1`."""
        path = f"{self.module}.{self.name}" if self.name else self.module
        return path.removeprefix(V1 if self.is_v1 else TF1).removeprefix(".")


@functools.cache
def target(plain: str) -> Target | None:
    """Where a plain name of TensorFlow 1 is; None for one that is gone or was never public."""
    symbol = known(plain)
    if symbol is None:
        return _inside_contrib(plain)
    if symbol.served in (GONE, PACKAGE):
        return None
    if not plain.startswith("contrib.") and not tensorflow_2.v1_lacks(plain):
        return _split(V1, plain, symbol)
    if symbol.served == RENAMED:
        new = symbol.target
        return target(new.removeprefix("tf.")) if new.startswith("tf.") else None
    if symbol.served == OURS:
        lent = ours.lent_by_v1(plain)
        if lent is not None and not tensorflow_2.v1_lacks(lent):
            return _split(V1, lent, symbol)
        return _split(TF1, plain, symbol)
    return None


def _split(root: str, plain: str, symbol: Symbol) -> Target:
    if symbol.kind == "module" or (root == TF1 and ours.public(plain) is not None):
        return Target(f"{root}.{plain}" if plain else root, "")
    path, _, name = plain.rpartition(".")
    return Target(f"{root}.{path}" if path else root, name)


def _inside_contrib(plain: str) -> Target | None:
    """For a module inside contrib that was never public, or a name in it: the public module that has it."""
    if not plain.startswith("contrib."):
        return None
    if contrib_modules.has(plain):
        for path in (*_files(plain), *contrib_modules.public_paths(plain)):
            if path != "contrib" and ours.public(path) is not None:
                return Target(f"{TF1}.{path}", "")
        return None
    module, _, name = plain.rpartition(".")
    if not contrib_modules.has(module):
        return None
    for path in (*_files(module), *contrib_modules.public_paths(module)):
        if ours.serves(f"{path}.{name}"):
            return target(f"{path}.{name}") if known(f"{path}.{name}") else Target(f"{TF1}.{path}", name)
    return None


def _files(plain: str) -> tuple[str, ...]:
    """Where a file of ours with the module's own name may be."""
    parts = plain.split(".")
    return (".".join([*parts[:2], parts[-1]]),) if len(parts) > 2 else ()
