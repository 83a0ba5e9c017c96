"""Where a node of a syntax tree can have other nodes inside."""

from __future__ import annotations

import ast

# These hold names, numbers and operators, which have nothing inside.
_PLAIN = frozenset(
    "arg asname attr conversion ctx id is_async kind level module n op ops s simple type_comment type_ignores".split()
)


class NodeFields(dict[type, tuple[str, ...]]):
    """For each kind of node the fields that can hold nodes with something inside, in the order of the text."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        if kind is ast.Constant or not issubclass(kind, ast.AST):
            self[kind] = ()
        else:
            self[kind] = tuple(name for name in kind._fields if name not in _PLAIN)
        return self[kind]


NODE_FIELDS = NodeFields()


def children(node: ast.AST) -> list[ast.AST]:
    """What is directly inside of a node; names and numbers that stand alone in lists may be among it."""
    found: list[ast.AST] = []
    for name in NODE_FIELDS[type(node)]:
        value = getattr(node, name, None)
        if type(value) is list:
            found += value
        elif value is not None:
            found.append(value)
    return found


def nodes(top: ast.AST) -> list[ast.AST]:
    """A node and all that is inside it; names and numbers that stand alone in lists may be among them."""
    found = [top]
    for node in found:  # it grows on the way
        found += children(node)
    return found
