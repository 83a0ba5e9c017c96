"""Which names `tfcompat.tf1` serves, read from the `__all__` of its folders: nothing is imported."""

from __future__ import annotations

import ast
import functools
import os
from pathlib import Path

_ROOT = os.path.join(os.path.dirname(os.path.dirname(__file__)), "tf1")


def serves(name: str) -> bool:
    """Whether `tfcompat.tf1` has `name`: as a folder, in the `__all__` above it, or in a module that is lent whole."""
    path, _, last = name.rpartition(".")
    return last in (public(path) or ()) or public(name) is not None or _is_lent(path)


def _is_lent(path: str) -> bool:
    """Whether a module is another package's, all of it."""
    return bool(path) and public(path) is None and not home(path).startswith(".") and home(path) != ""


@functools.cache
def public(path: str) -> frozenset[str] | None:
    """The `__all__` of the package for a TF1 module path, or None if there is no such package."""
    file = _file(path)
    return _all(file) if file else None


def _file(path: str) -> str:
    """The file of the module for a path; empty if there is none."""
    parent, _, last = path.rpartition(".")
    if f"{last}.py" in _listed(parent) and last:
        return os.path.join(_ROOT, *parent.split("."), f"{last}.py")
    if (not path or last in _listed(parent)) and "__init__.py" in _listed(path):
        return os.path.join(_ROOT, *path.split("."), "__init__.py")
    return ""


@functools.cache
def _listed(path: str) -> frozenset[str]:
    """What lies in the folder for a path: a name that is none of ours costs no look at the disk."""
    folder = os.path.join(_ROOT, *path.split("."))
    return frozenset(os.listdir(folder)) if os.path.isdir(folder) else frozenset()


@functools.cache
def _homes(path: str) -> dict[str, str]:
    """Name -> home, for a package made of literal `HOMES`."""
    file = _file(path)
    homes = _literal_homes(file) if file else {}
    return {row.partition("=")[0]: home for home, rows in homes.items() for row in rows.split()}


def home(name: str) -> str:
    """Where a name that `tfcompat.tf1` serves lies (see `tfcompat.tf1.lazy`); empty if it is not said."""
    path, _, last = name.rpartition(".")
    return _homes(path).get(last, "")


def _all(file: str) -> frozenset[str] | None:
    """The names in a literal `__all__`, or in a literal `HOMES` that it is made of (see `tfcompat.tf1.lazy`)."""
    assigned = _assigned(file)
    if "__all__" not in assigned:
        return None
    try:
        if "HOMES" in assigned:
            return frozenset(row.partition("=")[0] for rows in _literal_homes(file).values() for row in rows.split())
        return frozenset(ast.literal_eval(assigned["__all__"]))
    except ValueError:  # computed: nothing can be said without importing the package
        return frozenset()


@functools.cache
def _literal_homes(file: str) -> dict[str, str]:
    assigned = _assigned(file)
    homes: dict[str, str] = ast.literal_eval(assigned["HOMES"]) if "HOMES" in assigned else {}
    return homes


@functools.cache
def _assigned(file: str) -> dict[str, ast.expr]:
    """The expressions that a module gives names to, by name."""
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    assigned: dict[str, ast.expr] = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if isinstance(value, ast.expr):
            assigned.update({target.id: value for target in targets if isinstance(target, ast.Name)})
    return assigned


def lent_by_v1(name: str) -> str | None:
    """The plain name of compat.v1 that a name of `tfcompat.tf1` is, without `tf.`, where its home says so."""
    path, _, last = name.rpartition(".")
    file = _file(path)
    return _lent(file).get(last) if file else None


@functools.cache
def _lent(file: str) -> dict[str, str]:
    """Name -> plain name of compat.v1, for the rows of literal `HOMES` that are TensorFlow's own."""
    lent = {}
    for home, rows in _literal_homes(file).items():
        top, _, path = home.partition(".")
        for row in rows.split() if top == "tf" else ():
            name, _, old = row.partition("=")
            lent[name] = f"{path}.{old or name}" if path else old or name
    return lent
