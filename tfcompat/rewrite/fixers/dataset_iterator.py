"""`dataset.make_one_shot_iterator()`, a method that TensorFlow 2's datasets do not have."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module
from tfcompat.rewrite.node_fields import nodes

RULE = Rule(
    "dataset-iterator",
    "an iterator made by a dataset",
    "TensorFlow 2's datasets are iterated themselves; those of tensorflow.compat.v1 still make iterators for graphs.",
    "import tensorflow as tf\nit = tf.data.Dataset.range(3).make_one_shot_iterator()\ns = tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
    "it = tf.data.Dataset.range(3).make_one_shot_iterator()\ns = tf.Session()\n",
)
NAMES = ("make_initializable_iterator", "make_one_shot_iterator")


def find(module: Module) -> Iterator[Finding]:
    """By the method's name alone: what it is called on is known when it runs."""
    if module.alias_of("tensorflow") is None or not any(name in module.text for name in NAMES):
        return
    known = {each.node for each in module.references}
    for node in nodes(module.tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func in known:
            continue
        name = node.func.attr
        if name in NAMES and name not in module.bound:
            _, end = module.span(node.func)
            yield Finding(
                RULE.id,
                end - len(name),
                end,
                name=f"Dataset.{name}",
                replacement=f"tf.compat.v1.data.Dataset.{name}",
                how=AUTOMATIC,
                why="TensorFlow 2's datasets make no iterators; those of compat.v1 do",
            )
