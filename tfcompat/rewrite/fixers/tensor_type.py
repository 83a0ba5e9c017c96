"""`type(x) is tf.Tensor`: in TensorFlow 2 the tensors of a graph are of a subclass."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite import type_tests
from tfcompat.rewrite.finding import AUTOMATIC, CARE, Finding, Rule
from tfcompat.rewrite.module import Module, Reference
from tfcompat.rewrite.node_fields import nodes

RULE = Rule(
    "tensor-type",
    "a test of whether something's type is tf.Tensor itself",
    "In TensorFlow 2 the tensors of a graph are of a subclass of tf.Tensor, so that no type equals it; isinstance "
    "holds for them in both.",
    "import tensorflow as tf\nx = tf.placeholder(tf.float32)\nfed = type(x) is tf.Tensor\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nx = tf.placeholder(tf.float32)\n"
    "fed = isinstance(x, tf.Tensor)\n",
)
# Of the classes that 1.15's objects are exactly of, those that are only a base today. tf.Variable is not among them:
# variables are of a subclass in both.
TYPES = frozenset({"Tensor", "python.framework.ops.Tensor"})


def find(module: Module) -> Iterator[Finding]:
    if "enable_eager_execution" in module.by_name:
        return  # there the type was another one in 1.15 as well
    classes = {each.node: each for each in module.named(TYPES) if not each.chain.guarded and _is_compared(each)}
    for node in nodes(module.tree) if classes else ():
        if not isinstance(node, ast.Compare) or not type_tests.tests_type(node):
            continue
        found = [each for each in type_tests.compared(node) if each in classes]
        if found and not _has_own(classes[found[0]], "type", "isinstance"):
            edits = type_tests.as_isinstance(module, node, found[0]) if len(found) == 1 else ()
            yield Finding(
                RULE.id,
                *module.span(node),
                name=module.source(node),
                replacement=f"isinstance(…, {module.source(found[0])})",
                how=AUTOMATIC if edits else CARE,
                why="a graph's tensors are of a subclass of tf.Tensor in TensorFlow 2",
                edits=edits,
            )


def _is_compared(use: Reference) -> bool:
    return isinstance(use.parent, (ast.Compare, *type_tests.CONTAINERS))


def _has_own(use: Reference, *names: str) -> bool:
    """Whether one of Python's names is something else where a class is used."""
    return any(use.chain.scope.holder(name) is not None for name in names)
