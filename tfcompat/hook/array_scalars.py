"""Arrays of one element where a number is wanted: `int(session.run(x))`, `"%.3f" % loss`, `math.exp(loss)`.

Until NumPy 2.4 an array of one element was such a number whatever its axes, and TensorFlow 1 code relies on it; since
then only an array without axes is. The user's code is compiled so that these three go through the functions here,
which step in only once NumPy has refused.
"""

from __future__ import annotations

import ast
import builtins
import functools
import re
from types import BuiltinFunctionType
from typing import Any

from tfcompat.backend import versions

_PREFIX = "__array_scalars_"
_REFUSED_SINCE = (2, 4)
_TYPES = frozenset({"complex", "float", "int"})
_MAY_NEED = re.compile(rb"\b(?:complex|float|int)\s*\(|\bmath\s*\.|[\"']\s*\\?\s*%")
_CONVERSION = re.compile(
    r"%(?:\((?P<key>[^)]*)\))?[-#0 +]*(?P<width>\*?)\d*(?:\.(?P<precision>\*?)\d*)?[hlL]?(?P<kind>.)"
)
_NUMERIC = frozenset("diouxXeEfFgG")


def call(function: Any, *arguments: Any) -> Any:
    """`function(*arguments)`; `int`, `float`, `complex` and functions of C take arrays of one element."""
    try:
        return function(*arguments)
    except TypeError:
        numbers = [_number(each) for each in arguments]
        of_c = isinstance(function, BuiltinFunctionType) or function in (int, float, complex)
        if not of_c or all(new is old for new, old in zip(numbers, arguments, strict=True)):
            raise
    return function(*numbers)


def format(template: str, values: Any) -> Any:
    """`template % values`; conversions to numbers take arrays of one element."""
    try:
        return template % values
    except TypeError:
        numbers = _numbers(template, values)
        if numbers is values:
            raise
    return template % numbers


FUNCTIONS = {f"{_PREFIX}{each.__name__}__": each for each in (call, format)}


def _number(value: Any) -> Any:
    """The element of an array of one, anything else as it is."""
    if type(value).__module__ == "numpy" and hasattr(value, "ndim") and value.ndim and value.size == 1:
        return value.item()
    return value


def _numbers(template: str, values: Any) -> Any:
    """What `%` is given, with a number for each array of one element that is formatted as one."""
    conversions = [each for each in _CONVERSION.finditer(template) if each["kind"] != "%"]
    if isinstance(values, dict):
        numeric = {each["key"] for each in conversions if each["kind"] in _NUMERIC}
        return {key: _number(value) if key in numeric else value for key, value in values.items()}
    kinds = "".join("d" * (each["width"] + (each["precision"] or "")).count("*") + each["kind"] for each in conversions)
    given = values if isinstance(values, tuple) else (values,)
    if len(kinds) != len(given):
        return values
    new = tuple(_number(value) if kind in _NUMERIC else value for kind, value in zip(kinds, given, strict=True))
    return values if all(a is b for a, b in zip(new, given, strict=True)) else new


class _Calls(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Attribute):
            chosen = isinstance(function.value, ast.Name) and function.value.id == "math"
        else:
            chosen = isinstance(function, ast.Name) and function.id in _TYPES
        if not chosen or node.keywords or all(isinstance(each, ast.Constant) for each in node.args):
            return node
        return _call("call", node, function, *node.args)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        text = isinstance(node.left, ast.JoinedStr) or (
            isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)
        )
        return _call("format", node, node.left, node.right) if text and isinstance(node.op, ast.Mod) else node


def _call(name: str, place: ast.expr, *arguments: ast.expr) -> ast.Call:
    return ast.copy_location(ast.Call(ast.Name(f"{_PREFIX}{name}__", ast.Load()), list(arguments), []), place)


@functools.cache
def _refused() -> bool:
    """Whether the NumPy that is installed refuses arrays with axes."""
    version = re.match(r"(\d+)\.(\d+)", versions.installed("numpy") or "")
    return bool(version) and (int(version[1]), int(version[2])) >= _REFUSED_SINCE  # type: ignore[index]


def needed(source: bytes) -> bool:
    """Whether there is something in a source that today's NumPy may refuse."""
    return _refused() and _MAY_NEED.search(source) is not None


def served(tree: ast.Module) -> ast.Module:
    """The tree with the calls that take arrays of one element, as it is where NumPy still takes them."""
    if not _refused():
        return tree
    vars(builtins).update(FUNCTIONS)
    changed = _Calls().visit(tree)
    return ast.fix_missing_locations(changed)
