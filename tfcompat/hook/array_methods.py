"""Methods of arrays that NumPy 2 dropped: `image.tostring()`, `x.itemset(…)`, `x.newbyteorder()`, `x.ptp()`.

An array's type takes no new methods, so the user's code is compiled to ask for these four here, which answers only
where the object itself has no such method.
"""

from __future__ import annotations

import ast
import builtins
import functools
import re
from collections.abc import Callable
from typing import Any

from tfcompat.backend import versions

_NAME = "__array_methods_find__"
_MAY_NEED = re.compile(rb"\.\s*(?:tostring|itemset|newbyteorder|ptp)\b")


def find(value: Any, name: str) -> Any:
    """`value.name`; of a NumPy array or number also what NumPy dropped."""
    try:
        return getattr(value, name)
    except AttributeError:
        if not type(value).__module__.startswith("numpy"):
            raise
    return functools.partial(_METHODS[name], value)


def _itemset(array: Any, *arguments: Any) -> None:
    *places, value = arguments
    if len(places) == 1 and not isinstance(places[0], tuple):
        array.flat[places[0]] = value
    else:
        array[places[0] if len(places) == 1 else tuple(places)] = value


def _new_byte_order(value: Any, order: str = "S") -> Any:
    return value.view(value.dtype.newbyteorder(order))


def _ptp(array: Any, *arguments: Any, **keywords: Any) -> Any:
    import numpy

    return numpy.ptp(array, *arguments, **keywords)


_METHODS: dict[str, Callable[..., Any]] = {
    "itemset": _itemset,
    "newbyteorder": _new_byte_order,
    "ptp": _ptp,
    "tostring": lambda array, order="C": array.tobytes(order),
}


class _Finds(ast.NodeTransformer):
    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if node.attr not in _METHODS or not isinstance(node.ctx, ast.Load):
            return node
        call = ast.Call(ast.Name(_NAME, ast.Load()), [node.value, ast.Constant(node.attr)], [])
        return ast.copy_location(call, node)


@functools.cache
def _dropped() -> bool:
    """Whether the NumPy that is installed has dropped them, the first of them in 2.0."""
    return not (versions.installed("numpy") or "1").startswith("1.")


def needed(source: bytes) -> bool:
    """Whether a source may ask for one of them."""
    return _dropped() and _MAY_NEED.search(source) is not None


def served(tree: ast.Module) -> ast.Module:
    """The tree with these methods found, as it is where NumPy still has them."""
    if not _dropped():
        return tree
    vars(builtins)[_NAME] = find
    changed = _Finds().visit(tree)
    return ast.fix_missing_locations(changed)
