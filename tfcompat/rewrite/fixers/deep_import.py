"""`tensorflow.python.…`: names inside TensorFlow that have moved, or are gone."""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite import import_statements
from tfcompat.rewrite.finding import CARE, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "deep-import",
    "an import from inside TensorFlow",
    "tensorflow.python is no public API; this name has moved since 1.15.",
    "import tensorflow as tf\nfrom tensorflow.python.layers.core import Dense\ns = tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
    "from tf_keras.src.legacy_tf_layers.core import Dense\ns = tf.Session()\n",
)


def find(module: Module) -> Iterator[Finding]:
    """Remarks only: the import's own fixer makes the edit."""
    for each in module.imports:
        if each.guarded or not import_statements.of_tensorflow(each):
            continue
        for one in import_statements.imported(module, each):
            if one.line is not None and one.plain.partition(".")[0] in import_statements.DEEP:
                yield Finding(
                    RULE.id,
                    *module.span(one.alias),
                    name=f"tensorflow.{one.plain}",
                    replacement=one.line,
                    how=CARE,
                    why="it has moved inside TensorFlow, which promises nothing about these names",
                )
