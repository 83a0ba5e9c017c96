"""`tf.concat(1, values)` and `tf.split(1, 3, value)`, the order of arguments before 1.0."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module
from tfcompat.source.edits import Edit

RULE = Rule(
    "argument-order",
    "arguments in the order of 0.x",
    "TensorFlow 1.0 put the tensors before the axis.",
    "import tensorflow as tf\ny = tf.concat(1, [a, b])\nz = tf.placeholder(tf.float32)\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
    "y = tf.concat([a, b], 1)\nz = tf.placeholder(tf.float32)\n",
)
# name -> how many arguments by position, and where today's arguments stood
ORDERS = {"concat": (2, (1, 0)), "concat_v2": (2, (1, 0)), "split": (3, (2, 1, 0)), "split_v": (3, (2, 1, 0))}


def find(module: Module) -> Iterator[Finding]:
    for each, call in module.called(ORDERS):
        count, order = ORDERS[each.plain]
        if each.chain.guarded or len(call.args) != count or not _is_number(call.args[0]) or _is_number(call.args[-1]):
            continue
        texts = [module.source(argument) for argument in call.args]
        edits = tuple(
            Edit(*module.span(argument), texts[place]) for argument, place in zip(call.args, order, strict=True)
        )
        new = ", ".join(texts[place] for place in order)
        yield Finding(
            RULE.id,
            *module.span(call),
            name=f"tf.{each.plain}",
            replacement=f"tf.{each.plain}({new})",
            how=AUTOMATIC,
            why="before 1.0 the axis came first",
            edits=edits,
        )


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and isinstance(node.value, int)
