"""Functions that TensorFlow 2 has and refuses in eager execution, such as `tf.gradients`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "graph-only",
    "a function that works in graphs alone",
    "TensorFlow 2 executes eagerly and raises RuntimeError here; disable_v2_behavior() brings graphs back.",
    "import tensorflow as tf\nx = tf.placeholder(tf.float32)\ng = tf.gradients(x * x, x)\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nx = tf.placeholder(tf.float32)\n"
    "g = tf.gradients(x * x, x)\n",
)
NAMES = frozenset({"gradients", "hessians", "summary.scalar", "summary.histogram", "summary.image", "summary.audio"})


def find(module: Module) -> Iterator[Finding]:
    for each in module.named(NAMES):
        if each.spelled and not (each.is_v1 or each.chain.guarded or _has_step(each.parent)):
            yield Finding(
                RULE.id,
                *module.span(each.node),
                name=f"tf.{each.plain}",
                replacement=f"tf.compat.v1.{each.plain}",
                how=AUTOMATIC,
                why="in TensorFlow 2 it is another function, or refuses to work outside a graph",
            )


def _has_step(call: ast.AST | None) -> bool:
    """Whether it is a summary as TensorFlow 2 writes them."""
    return isinstance(call, ast.Call) and any(each.arg == "step" for each in call.keywords)
