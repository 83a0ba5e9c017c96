"""Imports of TensorFlow in TensorFlow 1 code: `tensorflow.compat.v1`, and the mode of TensorFlow 1."""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite import header, import_statements, naming
from tfcompat.rewrite.finding import AUTOMATIC, MANUAL, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "tensorflow-import",
    "TensorFlow 1 code imports TensorFlow 2",
    "The code is written for graphs and sessions. TensorFlow 2 has them in tensorflow.compat.v1, once "
    "disable_v2_behavior() has been called before the first operation.",
    "import tensorflow as tf\ns = tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ns = tf.Session()\n",
)


def find(module: Module) -> Iterator[Finding]:
    for each in module.imports:
        if each.guarded or not import_statements.of_tensorflow(each):
            continue
        names = import_statements.imported(module, each)
        edits = import_statements.edits(module, each.node, names)
        for one in names:
            rule = naming.rule_of(one.plain) if one.plain else None
            if one.line is None and rule != naming.GONE_NAME:
                continue
            gone = rule == naming.GONE_NAME and one.line is None
            yield Finding(
                rule or RULE.id,
                *module.span(one.alias),
                name=f"tensorflow.{one.plain}" if one.plain else "tensorflow",
                replacement="" if gone else naming.replacement(one.plain) or (one.line or ""),
                how=MANUAL if gone else AUTOMATIC,
                why=naming.why(one.plain) if rule else _why(module),
                edits=edits,
            )
            edits = ()


def _why(module: Module) -> str:
    mode = " and turns 2.x behaviour off" if module.role.entry and not header.sets_mode(module) else ""
    return f"the code is TensorFlow 1's: it imports tensorflow.compat.v1{mode}"
