"""The user's code as it is compiled: with the arrays and the types of tensors of TensorFlow 1's time."""

from __future__ import annotations

import ast

from tfcompat.hook import array_methods, array_scalars, tensor_types

_PARTS = (array_scalars, array_methods, tensor_types)


def needed(source: bytes) -> bool:
    """Whether there is something in a source that means something else, or nothing, today."""
    return any(each.needed(source) for each in _PARTS)


def served(tree: ast.Module) -> ast.Module:
    """The tree with what was meant at that time."""
    for each in _PARTS:
        tree = each.served(tree)
    return tree
