"""`hub.Module` and its relatives, which tensorflow_hub dropped when it dropped TensorFlow 1."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat import hub
from tfcompat.rewrite import import_statements
from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "hub",
    "a name of tensorflow_hub for TensorFlow 1",
    "tensorflow_hub 0.13 and later load SavedModels of TensorFlow 2 alone; tfcompat.hub loads the older modules.",
    "import tensorflow as tf\nimport tensorflow_hub as hub\nm = hub.Module('embed')\ns = tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nimport tfcompat.hub\nimport tensorflow_hub as hub\n"
    "m = tfcompat.hub.Module('embed')\ns = tf.Session()\n",
)
PACKAGE, HOME = "tensorflow_hub", hub.__name__
_NAMES = frozenset(hub.names())
_WHY = "today's tensorflow_hub has it no more; tfcompat.hub has"


def find(module: Module) -> Iterator[Finding]:
    for chain, path in module.uses(PACKAGE):
        name = path.split(".")[1] if "." in path else ""
        depth = 1 + len(chain.attributes) - path.count(".") + 1
        if name in _NAMES and depth > 1 and not chain.guarded:
            node = chain.nodes[depth - 1]
            edits = (module.replace(node, f"{HOME}.{name}"),)
            new = f"{HOME}.{name}"
            yield Finding(RULE.id, *module.span(node), f"hub.{name}", new, AUTOMATIC, _WHY, edits, (f"import {HOME}",))
    for each in module.imports:
        if not each.guarded and isinstance(each.node, ast.ImportFrom) and each.node.module == PACKAGE:
            yield from _of_from(module, each.node)


def _of_from(module: Module, node: ast.ImportFrom) -> Iterator[Finding]:
    old = [alias for alias in node.names if alias.name in _NAMES]
    lines = [
        f"from {HOME if alias in old else PACKAGE} import {alias.name}"
        + (f" as {alias.asname}" if alias.asname else "")
        for alias in node.names
    ]
    if old:
        edit = import_statements.statement(module, node, import_statements.merged(lines))
        yield Finding(
            RULE.id, *module.span(node), f"hub.{old[0].name}", f"{HOME}.{old[0].name}", AUTOMATIC, _WHY, (edit,)
        )
