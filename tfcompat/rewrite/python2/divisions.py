"""Python 2's `/` between whole numbers: where both are known to be whole it is `//`; elsewhere it cannot be told."""

from __future__ import annotations

import ast
from typing import NamedTuple, TypeGuard

from tfcompat.rewrite.node_fields import children, nodes

_WHOLE_CALLS = frozenset("int len ord".split())
_SCOPES = (ast.FunctionDef, ast.Lambda, ast.ClassDef, ast.AsyncFunctionDef)
_KEEPS_WHOLE = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod)


class Division(NamedTuple):
    """A `/` or `/=`; `whole` is True for known whole numbers, None where that cannot be told."""

    node: ast.BinOp | ast.AugAssign
    whole: bool | None


def find(tree: ast.Module) -> list[Division]:
    """Every division of Python 2 source that may be between whole numbers, in the order of the text."""
    if _true_division(tree):
        return []
    found: list[Division] = []
    for scope in [tree, *(node for node in nodes(tree) if isinstance(node, _SCOPES))]:
        inside = _own_nodes(scope)
        divisions = [node for node in inside if _is_division(node)]
        names = _names(inside) if divisions else {}
        for node in divisions:
            if isinstance(node, ast.BinOp):
                kinds = _kind(node.left, names), _kind(node.right, names)
            else:
                target = ast.Name(node.target.id, ast.Load()) if isinstance(node.target, ast.Name) else node.target
                kinds = _kind(target, names), _kind(node.value, names)
            if False not in kinds:
                found.append(Division(node, True if kinds == (True, True) else None))
    return sorted(found, key=lambda each: (each.node.lineno, each.node.col_offset))


def _is_division(node: ast.AST) -> TypeGuard[ast.BinOp | ast.AugAssign]:
    return isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.Div)


def write_known(text: str, found: list[Division]) -> str:
    """The text with `//` where both operands are known to be whole."""
    lines = [line.encode() for line in text.split("\n")]
    for node, whole in reversed(found):
        if not whole:
            continue
        left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
        row, column = (left.end_lineno or 0) - 1, left.end_col_offset or 0
        while row <= right.lineno - 1:
            end = right.col_offset if row == right.lineno - 1 else len(lines[row])
            code = lines[row][column:end].split(b"#")[0]
            if b"/" in code:
                place = column + code.index(b"/")
                lines[row] = lines[row][:place] + b"/" + lines[row][place:]
                break
            row, column = row + 1, 0
    return b"\n".join(lines).decode()


def _true_division(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "__future__"
        and any(a.name == "division" for a in node.names)
        for node in tree.body
    )


def _own_nodes(scope: ast.AST) -> list[ast.AST]:
    """The nodes of a scope without those of the scopes inside it."""
    found = children(scope)
    for node in found:  # it grows on the way
        if not isinstance(node, _SCOPES):
            found += children(node)
    return found


def _names(nodes: list[ast.AST]) -> dict[str, bool | None]:
    """Which names of a scope only ever hold whole numbers (True), or never do (False)."""
    values: dict[str, list[ast.expr | None]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                _assigned(target, node.value, values)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            fake = ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value)
            values.setdefault(node.target.id, []).append(fake)
        elif isinstance(node, (ast.For, ast.comprehension)):
            counted = _is_call(node.iter, {"range", "xrange"})
            _assigned(node.target, ast.Constant(0) if counted else None, values)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            values.setdefault(node.id, [])
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            for name in node.names:
                values.setdefault(name, []).append(None)
        elif isinstance(node, ast.arg):
            values.setdefault(node.arg, []).append(None)
    known: dict[str, bool | None] = {name: True for name, given in values.items() if given and None not in given}
    while True:  # names are defined by one another: take away what fails until nothing does
        failed = [n for n in known if not all(_kind(value, known) is True for value in values[n] if value is not None)]
        if not failed:
            break
        for name in failed:
            del known[name]
    for name, given in values.items():
        if name not in known and given and all(value is not None and _kind(value, known) is False for value in given):
            known[name] = False
    return known


def _assigned(target: ast.expr, value: ast.expr | None, values: dict[str, list[ast.expr | None]]) -> None:
    if isinstance(target, ast.Name):
        values.setdefault(target.id, []).append(value)
    elif isinstance(target, (ast.Tuple, ast.List)):
        parts = value.elts if isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts) else None
        for index, each in enumerate(target.elts):
            _assigned(each, parts[index] if parts else None, values)


def _kind(node: ast.expr | None, names: dict[str, bool | None]) -> bool | None:
    """True for a whole number, False for anything known to be none, None for what is not known."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int)
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        return _kind(node.operand, names)
    if isinstance(node, ast.BinOp):
        kinds = {_kind(node.left, names), _kind(node.right, names)}
        if False in kinds:
            return False
        whole = kinds == {True} and isinstance(node.op, (*_KEEPS_WHOLE, ast.Div))
        return True if whole else None
    if isinstance(node, ast.Call):
        if _is_call(node, _WHOLE_CALLS):
            return True
        return False if _is_call(node, {"float"}) else None
    if isinstance(node, (ast.List, ast.Tuple, ast.Dict, ast.JoinedStr, ast.ListComp)):
        return False
    return None


def _is_call(node: ast.expr, names: set[str] | frozenset[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
