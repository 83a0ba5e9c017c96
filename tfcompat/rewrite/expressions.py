"""How a module spells, after the rewrite, a name of TensorFlow 1 that it uses."""

from __future__ import annotations

import functools
from typing import NamedTuple

from tfcompat.rewrite.module import Module, Reference
from tfcompat.rewrite.targets import TF1, V1, Target, target
from tfcompat.symbols import ours


class Spelling(NamedTuple):
    """`text` and the import lines that it needs."""

    text: str
    imports: tuple[str, ...] = ()


def spelling(module: Module, wanted: Target, root: str = "") -> Spelling:
    """An expression for a target in this module; `root` is a name that stands for compat.v1 there, if one does."""
    if wanted.is_v1:
        alias = root or _v1_alias(module)
        line = () if alias else (f"import {V1} as tf",)
        return Spelling(f"{alias or 'tf'}.{wanted.plain}", line)
    first, _, rest = wanted.plain.partition(".")
    name = _free_name(module, first)
    lines = [import_line(module, TF1, first, name)]
    for path in _modules(wanted):
        parent, _, last = path.rpartition(".")
        if parent and parent != "contrib" and last not in (ours.public(parent) or ()):
            lines.append(f"import {TF1}.{path}")
    return Spelling(f"{name}.{rest}" if rest else name, tuple(lines))


def import_line(module: Module, package: str, name: str, alias: str) -> str:
    """An import of something of `tfcompat.tf1`, on 1.15 of its own where the code is to run there too."""
    tail = name if alias == name else f"{name} as {alias}"
    line = f"from {package} import {tail}"
    if not module.settings.keep_tf1 or not package.startswith(TF1):
        return line
    old = f"from tensorflow{package.removeprefix(TF1)} import {tail}"
    return f"try:\n    {old}\nexcept ImportError:\n    {line}"


@functools.lru_cache(10_000)
def stands_for(path: str) -> str:
    """What a name bound to a dotted path of TensorFlow 1 is bound to after the imports are rewritten."""
    plain = path.removeprefix(V1) if path == V1 or path.startswith(f"{V1}.") else path.removeprefix("tensorflow")
    if not plain:
        return V1
    found = target(plain.removeprefix("."))
    if found is None:
        return path
    return f"{found.module}.{found.name}" if found.name else found.module


def respelled(module: Module, reference: Reference) -> Spelling | None:
    """The new spelling of a reference; None if it may stay as it is."""
    wanted = target(reference.plain)
    if wanted is None:
        return None
    root = module.names.of_name(reference.chain.root, reference.chain.scope)
    if root is None:
        return None
    depth = reference.chain.nodes.index(reference.node)
    tail = ".".join(reference.chain.attributes[:depth])
    after = stands_for(root)
    full = f"{wanted.module}.{wanted.name}" if wanted.name else wanted.module
    if f"{after}.{tail}" == full or (after.startswith(TF1) and _serves(after, tail) and not _may_go(module, reference)):
        return None
    return spelling(module, wanted, reference.chain.root if after == V1 else "")


def from_star(module: Module, reference: Reference) -> Spelling | None:
    """The new spelling of a name that `from tensorflow import *` brought; None if compat.v1's star brings it too."""
    wanted = target(reference.plain)
    if wanted is None or (wanted.is_v1 and wanted.plain == reference.plain):
        return None
    return spelling(module, wanted)


def _serves(after: str, tail: str) -> bool:
    """Whether the rewritten root has these attributes."""
    path = f"{after.removeprefix(TF1).removeprefix('.')}.{tail}".removeprefix(".")
    return ours.serves(path) or (after == f"{TF1}.contrib" and ours.public(path) is not None)


def _may_go(module: Module, reference: Reference) -> bool:
    return only_v1(module, reference.chain.root)


def only_v1(module: Module, name: str) -> bool:
    """Whether everything that the module takes from a name, bound to a module of contrib, compat.v1 has too."""
    found = module.by_root.get(name)
    if not found or name in module.names_taken_whole:
        return False
    wanted = [target(each.plain) for each in found]
    return all(each is not None and each.is_v1 and bool(each.name) for each in wanted)


def _v1_alias(module: Module) -> str | None:
    return module.alias_of("tensorflow") or module.alias_of(V1)


def _free_name(module: Module, name: str) -> str:
    """`name`, or another where the module uses that for something of its own."""
    paths = {path for each, path in module.names.bindings if each == name}
    if paths & {f"tensorflow.{name}", f"{V1}.{name}", f"{TF1}.{name}"}:
        return name
    return f"tf1_{name}" if name in module.bound else name


def _modules(wanted: Target) -> list[str]:
    """The modules of `tfcompat.tf1` on the way to a target, outermost first."""
    parts = wanted.module.removeprefix(f"{TF1}").strip(".").split(".")
    return [".".join(parts[:end]) for end in range(2, len(parts) + 1)]
