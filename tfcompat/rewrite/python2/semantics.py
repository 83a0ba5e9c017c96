"""What Python 2 computes otherwise where only the values tell: `/` between whole numbers, and `round`."""

from __future__ import annotations

import ast
import builtins
import operator
from collections.abc import Collection
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

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


FUNCTIONS = {f"{PREFIX}{each.__name__}__": each for each in (divide, divide_in_place, round)}


class Exact(ast.NodeTransformer):
    """Calls the functions above in place of the given divisions, and of `round` unless the module defines one."""

    def __init__(self, divisions: Collection[ast.AST], own_round: bool) -> None:
        self._divisions = set(map(id, divisions))
        self._own_round = own_round

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

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id == "round" and not self._own_round and isinstance(node.ctx, ast.Load):
            return ast.copy_location(ast.Name(f"{PREFIX}round__", ast.Load()), node)
        return node


def give() -> None:
    """Puts the functions where every module finds them."""
    vars(builtins).update(FUNCTIONS)


def _call(name: str, place: ast.AST, *arguments: ast.expr) -> ast.Call:
    call = ast.Call(ast.Name(f"{PREFIX}{name}__", ast.Load()), list(arguments), [])
    ast.copy_location(call, place)
    return call


def _is_plain(node: ast.expr) -> bool:
    """Whether reading the target once more calls nothing."""
    return not any(isinstance(each, (ast.Call, ast.NamedExpr)) for each in ast.walk(node))
