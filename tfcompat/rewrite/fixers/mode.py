"""A program on `tensorflow.compat.v1` that does not turn TensorFlow 2's behaviour off."""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite import header, signs
from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "mode",
    "a session, and eager execution still on",
    "tensorflow.compat.v1 has the old names, and executes eagerly until disable_v2_behavior() is called: the session's "
    "graph stays empty.",
    "import tensorflow.compat.v1 as tf\nx = tf.placeholder(tf.float32)\ns = tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nx = tf.placeholder(tf.float32)\ns = tf.Session()\n",
)


def find(module: Module) -> Iterator[Finding]:
    """A remark at the first such use: the lines that a program starts with are its cure."""
    if not module.role.entry or module.role.loads_tf or not signs.lacks_mode(module):
        return
    for each in signs.graph_uses(module):
        yield Finding(
            RULE.id,
            *module.span(each.node),
            name=f"tf.{each.plain}",
            replacement=f"tf.{header.MODE}()",
            how=AUTOMATIC,
            why="it needs a graph, and compat.v1 executes eagerly unless told",
            starts=True,
        )
        return
