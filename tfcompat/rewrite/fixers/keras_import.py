"""`import keras`, which meant Keras 2 and today means Keras 3."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite import import_statements
from tfcompat.rewrite.finding import CARE, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "keras-import",
    "Keras 2 under the name of Keras 3",
    "The code is written for Keras 2. Today's keras is Keras 3, which does not work with sessions; Keras 2 is the "
    "package tf_keras. Its optimizers and loops are of a later Keras 2 than the code's.",
    "import tensorflow as tf\nfrom keras.layers.core import Dense\ns = tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
    "from tf_keras.layers import Dense\ns = tf.Session()\n",
)


def find(module: Module) -> Iterator[Finding]:
    for each in module.imports:
        node = each.node
        if each.guarded:
            continue
        if isinstance(node, ast.Import) and any(_is_keras(alias.name) for alias in node.names):
            lines = [_import_line(alias) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level and _is_keras(node.module or ""):
            lines = [_from_line(node.module or "", alias) for alias in node.names]
        else:
            continue
        edit = import_statements.statement(module, node, import_statements.merged(lines))
        why = "keras is Keras 3 today; the code means Keras 2, the package tf_keras"
        yield Finding(RULE.id, *module.span(node), "keras", edit.text, CARE, why, (edit,))


def _is_keras(path: str) -> bool:
    return path == "keras" or path.startswith("keras.")


def _modules() -> dict[str, tuple[str, ...]]:
    from tfcompat.keras.paths import MODULES  # loads what serves Keras, which little code imports

    return MODULES


def _home(path: str) -> str:
    """The module of tf_keras for one of Keras 1 or 2."""
    inner = path.removeprefix("keras").removeprefix(".")
    homes = [each for each in _modules().get(inner, (inner,)) if not each.startswith("engine")] or ["layers"]
    return f"tf_keras.{homes[0]}".rstrip(".")


def _import_line(alias: ast.alias) -> str:
    if not _is_keras(alias.name):
        return f"import {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
    if alias.asname:
        return f"import {_home(alias.name)} as {alias.asname}"
    return "import tf_keras as keras"


def _from_line(path: str, alias: ast.alias) -> str:
    tail = alias.name + (f" as {alias.asname}" if alias.asname else "")
    inner = f"{path}.{alias.name}".removeprefix("keras.")
    if inner in _modules() and inner.count(".") and alias.name != "*":  # a module that is none any more
        package, _, last = _home(f"keras.{inner}").rpartition(".")
        return f"from {package} import {last}" + (
            f" as {alias.asname or alias.name}" if last != (alias.asname or alias.name) else ""
        )
    home = _home(path)
    if path.startswith("keras.engine") and alias.name in ("Model", "Sequential"):
        home = "tf_keras.models"
    return f"from {home} import {tail}"
