"""Comparisons of something's type, `type(x) is C` or `x.__class__ in (C, D)`, and how they become `isinstance`."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tfcompat.source.edits import Edit

if TYPE_CHECKING:
    from tfcompat.rewrite.module import Module

CONTAINERS = (ast.Tuple, ast.List, ast.Set)
# How each comparison is written between what is tested and the class, and whether it asks for the contrary.
COMPARISONS: dict[type[ast.cmpop], tuple[re.Pattern[str], bool]] = {
    ast.Is: (re.compile(r"\s*is\s+"), False),
    ast.IsNot: (re.compile(r"\s*is\s+not\s+"), True),
    ast.Eq: (re.compile(r"\s*==\s*"), False),
    ast.NotEq: (re.compile(r"\s*!=\s*"), True),
    ast.In: (re.compile(r"\s*in\s*[(\[{]\s*"), False),
    ast.NotIn: (re.compile(r"\s*not\s+in\s*[(\[{]\s*"), True),
}
_CLASS = ".__class__"
_COMMA = re.compile(r"\s*,\s*")
_CLOSING = re.compile(r"(\s*,?\s*[)\]}])?")


def tests_type(node: ast.Compare) -> bool:
    """Whether one side is the type of something."""
    return any(_value(each) is not None for each in (node.left, *node.comparators))


def compared(node: ast.Compare) -> list[ast.expr]:
    """What a comparison names: its sides, or what is in a container that it looks in."""
    found: list[ast.expr] = []
    for each in (node.left, *node.comparators):
        found += each.elts if isinstance(each, CONTAINERS) else [each]
    return found


def as_isinstance(module: Module, node: ast.Compare, kind: ast.expr) -> tuple[Edit, ...]:
    """The edits by which instances of the class's subclasses pass as well; none where that is to be done by hand."""
    value = _value(node.left)
    pattern, contrary = COMPARISONS.get(type(node.ops[0]), (None, False))
    if value is None or pattern is None or len(node.ops) > 1:
        return ()
    right = node.comparators[0]
    if isinstance(right, CONTAINERS) and len(right.elts) > 1:
        looks = isinstance(node.ops[0], (ast.In, ast.NotIn))
        return _one_of_several(module, node, right.elts, kind, contrary) if looks and _is_plain(value) else ()
    subject = _subject(module, node.left, value)
    _, left = module.span(node.left)
    start, end = module.span(kind)
    _, whole = module.span(node)
    if not subject or not pattern.fullmatch(module.text[left:start]) or not _CLOSING.fullmatch(module.text[end:whole]):
        return ()
    head, behind = subject
    opening = head._replace(text=f"not {head.text}") if contrary else head
    return opening, Edit(behind, start, ", "), Edit(end, whole, ")")


def _one_of_several(
    module: Module, node: ast.Compare, kinds: list[ast.expr], kind: ast.expr, contrary: bool
) -> tuple[Edit, ...]:
    """Takes the class out of its container and asks for it apart: the others go on being compared exactly."""
    place = kinds.index(kind)
    last = place == len(kinds) - 1
    before, after = (place - 1, place) if last else (place, place + 1)
    gap = module.span(kinds[before])[1], module.span(kinds[after])[0]
    start, end = module.span(kind)
    first, whole = module.span(node)
    if not _COMMA.fullmatch(module.text[slice(*gap)]):
        return ()
    edits = [Edit(gap[0], end, "") if last else Edit(start, gap[1], "")]
    if len(kinds) == 2 and isinstance(node.comparators[0], ast.Tuple):  # a tuple of one needs its comma
        behind = module.span(kinds[1])[1]
        if module.text[behind : whole - 1].strip():
            return ()  # it has one, or a remark
        edits.append(Edit(behind, behind, ","))
    asked = f"isinstance({module.source(_value(node.left) or node.left)}, {module.source(kind)})"
    opening = f"(not {asked} and " if contrary else f"({asked} or "
    return Edit(first, first, opening), *edits, Edit(whole, whole, ")")


def _value(node: ast.expr) -> ast.expr | None:
    """The x of `type(x)` and `x.__class__`, or None."""
    if isinstance(node, ast.Attribute):
        return node.value if node.attr == "__class__" else None
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "type":
        return None
    alone = len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred)
    return node.args[0] if alone else None


def _subject(module: Module, node: ast.expr, value: ast.expr) -> tuple[Edit, int] | None:
    """The edit that makes `isinstance(` of what is before the value, and where what is behind it starts."""
    start, end = module.span(node)
    if isinstance(node, ast.Call):
        closing = module.text[module.span(value)[1] : end].strip()
        return (Edit(*module.span(node.func), "isinstance"), end - 1) if closing == ")" else None
    closing = module.text[start:end]
    return (Edit(start, start, "isinstance("), end - len(_CLASS)) if closing.endswith(_CLASS) else None


def _is_plain(node: ast.expr) -> bool:
    """Whether evaluating it twice is as good as once."""
    if isinstance(node, ast.Subscript):
        return _is_plain(node.value) and isinstance(node.slice, (ast.Constant, ast.Name))
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and _is_plain(node.value))
