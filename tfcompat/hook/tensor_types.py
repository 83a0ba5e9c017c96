"""Comparisons of a type with tf.Tensor itself: `type(x) is tf.Tensor`, `x.__class__ in (tf.Tensor, list)`.

In TensorFlow 1 the tensors of a graph were exactly of that class, in TensorFlow 2 they are of a subclass. The user's
code is compiled so that such a comparison sees the class that stood there. (`upgrade` writes `isinstance` instead.)
"""

from __future__ import annotations

import ast
import builtins
import re
import sys
from typing import Any

from tfcompat.rewrite import type_tests
from tfcompat.rewrite.node_fields import nodes

_NAME = "__tensor_types_seen__"
_CLASS = "Tensor"
_NAMES_IT = re.compile(rb"\bTensor\b")
_TESTS = re.compile(rb"\btype\s*\(|\.\s*__class__\b")
_INSIDES = "tensorflow.python.framework"


def seen(side: Any) -> Any:
    """A side of a comparison, with tf.Tensor for the class that the tensors of graphs have; also inside containers."""
    ops, tensor = sys.modules.get(f"{_INSIDES}.ops"), sys.modules.get(f"{_INSIDES}.tensor")
    new = getattr(ops, "SymbolicTensor", None)
    if new is None or tensor is None:
        return side
    if side is new:
        return tensor.Tensor
    if isinstance(side, (tuple, list, set, frozenset)) and any(each is new for each in side):
        return [tensor.Tensor if each is new else each for each in side]
    return side


class _Comparisons(ast.NodeTransformer):
    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if type_tests.tests_type(node):
            node.left, *node.comparators = map(_seen, (node.left, *node.comparators))
        return node


def _seen(side: ast.expr) -> ast.expr:
    return ast.copy_location(ast.Call(ast.Name(_NAME, ast.Load()), [side], []), side)


def needed(source: bytes) -> bool:
    """Whether a source may compare a type with tf.Tensor."""
    return _NAMES_IT.search(source) is not None and _TESTS.search(source) is not None


def served(tree: ast.Module) -> ast.Module:
    """The tree with those comparisons, as it is where it does not name the class."""
    if not any(_CLASS in (getattr(each, "id", ""), getattr(each, "attr", "")) for each in nodes(tree)):
        return tree
    vars(builtins)[_NAME] = seen
    return ast.fix_missing_locations(_Comparisons().visit(tree))
