"""Calls that TensorFlow 2 takes without a word and answers otherwise, such as `tf.nn.dropout(x, keep_prob)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "changed-meaning",
    "a call that means something else in TensorFlow 2",
    "TensorFlow 2 takes the same arguments in another sense and says nothing; tensorflow.compat.v1 keeps the old one.",
    "import tensorflow as tf\ny = tf.nn.dropout(tf.placeholder(tf.float32), 0.8)\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ny = tf.nn.dropout(tf.placeholder(tf.float32), 0.8)\n",
)
# name -> position of the argument that changed, and what it was and is
CHANGED = {
    "nn.dropout": (1, "the share of values to keep; in TensorFlow 2 it is the share to drop"),
    "image.resize_images": (2, "the method, without half-pixel centres"),
    "image.resize": (2, "the method, without half-pixel centres"),
    "argmax": (2, "the name; in TensorFlow 2 it is the type of the result"),
    "foldl": (3, "how many steps run at once"),
}


def find(module: Module) -> Iterator[Finding]:
    for each, call in module.called(CHANGED):
        position, what = CHANGED[each.plain]
        if each.is_v1 or each.chain.guarded or len(call.args) <= position:
            continue
        if any(isinstance(argument, ast.Starred) for argument in call.args):
            continue
        yield Finding(
            RULE.id,
            *module.span(call.args[position]),
            name=f"tf.{each.plain}",
            replacement=f"tf.compat.v1.{each.plain}",
            how=AUTOMATIC,
            why=f"argument {position + 1} is {what}",
        )
