"""What Python 2 computes otherwise where only the values tell.

`/` between whole numbers, `round`, `map(None, …)`, `decode` of text, an exception's `message`, `setdefaultencoding`,
`StringIO`, and text in a protocol buffer's fields of bytes.
"""

from __future__ import annotations

import ast
import builtins
import itertools
import operator
from collections.abc import Collection, Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tfcompat.rewrite.python2 import files, strings

PREFIX = "__python2_"


def divide(a: Any, b: Any) -> Any:
    """`a / b` as in Python 2: floor division if both are whole numbers of Python's."""
    if isinstance(a, int) and isinstance(b, int):
        return a // b
    return a / b


def divide_in_place(a: Any, b: Any) -> Any:
    """`a /= b` as in Python 2."""
    return a // b if isinstance(a, int) and isinstance(b, int) else operator.itruediv(a, b)


def round(number: Any, digits: int = 0) -> Any:
    """`round` of Python 2: a float, halves away from zero."""
    if not isinstance(number, (int, float)) or number != number or number in (float("inf"), float("-inf")):
        return builtins.round(number, digits)
    step = Decimal(1).scaleb(-digits)
    return float(Decimal(number).quantize(step, ROUND_HALF_UP)) if abs(number) < 1e17 else float(number)


def rows(*columns: Iterable[Any]) -> list[Any]:
    """`map(None, …)`: the columns' items side by side, with None for what a shorter one lacks."""
    return list(itertools.zip_longest(*columns)) if len(columns) > 1 else list(*columns)


def message(error: Any) -> Any:
    """`error.message`: what an exception was made with, if that was one thing."""
    if not isinstance(error, BaseException) or hasattr(error, "message"):
        return error.message
    return error.args[0] if len(error.args) == 1 else ""


def setdefaultencoding(name: str) -> None:
    """`sys.setdefaultencoding`: nothing to do, since text has no encoding any more."""


_FUNCTIONS = (
    divide, divide_in_place, round, rows, message, setdefaultencoding,
    strings.decode, strings.encode, strings.field, files.open, files.print,
    files.StringIO,
)  # fmt: skip
FUNCTIONS = {f"{PREFIX}{each.__name__}__": each for each in _FUNCTIONS}
# Builtin functions that stand for themselves unless a module defines one.
BUILTINS = frozenset({"open", "print", "round"})

# Fields of bytes that scripts write text to: a constant's values in a graph's definition.
_BYTE_FIELDS = frozenset({"tensor_content"})


class Exact(ast.NodeTransformer):
    """Calls the functions above for the given divisions and what else they stand for.

    `own` are the names that the module defines; its `open`, `print` and `round` are left alone.
    """

    def __init__(self, divisions: Collection[ast.AST], own: Collection[str]) -> None:
        self._divisions = set(map(id, divisions))
        self._ours = BUILTINS.difference(own)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        chosen = id(node) in self._divisions
        self.generic_visit(node)
        return _call("divide", node, node.left, node.right) if chosen else node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        chosen = id(node) in self._divisions and _is_plain(node.target)
        self.generic_visit(node)
        if not chosen:
            return node
        read = ast.parse(ast.unparse(node.target), mode="eval").body
        return ast.copy_location(ast.Assign([node.target], _call("divide_in_place", node, read, node.value)), node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> Any:
        """A `StringIO` that is imported is Python 2's."""
        names = [each.asname or each.name for each in node.names if node.module == "io" and each.name == "StringIO"]
        ours = ast.Name(f"{PREFIX}StringIO__", ast.Load())
        return [
            node,
            *(ast.copy_location(ast.Assign([ast.Name(each, ast.Store())], ours), node) for each in names),
        ]

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if node.attr == "StringIO" and isinstance(node.value, ast.Name) and node.value.id == "io":
            return ast.copy_location(ast.Name(f"{PREFIX}StringIO__", node.ctx), node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr in ("decode", "encode"):
            call = _call(function.attr, node, function.value, *node.args)
            call.keywords = node.keywords
            return call
        if isinstance(function, ast.Attribute) and ast.unparse(function) == "sys.setdefaultencoding":
            return _call("setdefaultencoding", node, *node.args)
        for given in _byte_fields(node):
            given.value = _call("field", node, given.value)
        if isinstance(function, ast.Attribute) and function.attr in ("append", "extend") and _is_bytes_list(function):
            node.args = [_call("field", node, each) for each in node.args]
        if isinstance(function, ast.Name) and function.id == "map" and node.args and _is_none(node.args[0]):
            return _call("rows", node, *node.args[1:])
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        if any(isinstance(each, ast.Attribute) and each.attr in _BYTE_FIELDS for each in node.targets):
            node.value = _call("field", node, node.value)
        return node

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        self.generic_visit(node)
        if node.name:
            node.body = [_Message(node.name).visit(each) for each in node.body]
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self._ours and isinstance(node.ctx, ast.Load):
            return ast.copy_location(ast.Name(f"{PREFIX}{node.id}__", ast.Load()), node)
        return node


class _Message(ast.NodeTransformer):
    """Asks `message` for the attribute of that name of the exception with a name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        reads = node.attr == "message" and isinstance(node.ctx, ast.Load)
        if reads and isinstance(node.value, ast.Name) and node.value.id == self._name:
            return _call("message", node, node.value)
        return node


def give() -> None:
    """Puts the functions where every module finds them."""
    vars(builtins).update(FUNCTIONS)


def _call(name: str, place: ast.AST, *arguments: ast.expr) -> ast.Call:
    call = ast.Call(ast.Name(f"{PREFIX}{name}__", ast.Load()), list(arguments), [])
    ast.copy_location(call, place)
    return call


def _byte_fields(node: ast.Call) -> list[ast.keyword]:
    """The arguments of a call that are fields of bytes: the message's, or TensorFlow's `BytesList`'s one."""
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    fields = {"value"} if name == "BytesList" else _BYTE_FIELDS if name == "TensorProto" else frozenset()
    return [each for each in node.keywords if each.arg in fields]


def _is_bytes_list(node: ast.Attribute) -> bool:
    """Whether this is an attribute of some `bytes_list.value`."""
    holder = node.value
    if not isinstance(holder, ast.Attribute) or holder.attr != "value":
        return False
    return isinstance(holder.value, ast.Attribute) and holder.value.attr == "bytes_list"


def _is_plain(node: ast.expr) -> bool:
    """Whether reading the target once more calls nothing."""
    return not any(isinstance(each, (ast.Call, ast.NamedExpr)) for each in ast.walk(node))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
