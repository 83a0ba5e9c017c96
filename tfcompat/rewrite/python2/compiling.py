"""Python 2 source compiled as the translation says, with the lines that its own file has."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Callable
from types import CodeType

from tfcompat.rewrite.python2 import divisions, semantics
from tfcompat.rewrite.python2.translate import translate


def compiled(
    text: str, path: str, in_package: bool = False, also: Callable[[ast.Module], ast.Module] | None = None
) -> CodeType:
    """Code that computes what Python 2 computed; `also` makes further changes to its tree.

    A division whose operands are not known beforehand is decided when it is executed, as Python 2 did, and `round`
    is Python 2's.

    Raises:
      NotPython2: the text is neither Python 3 nor Python 2.
      ModuleNotFoundError: fissix is not installed.
    """
    new = translate(text, path, in_package)
    tree = exact(new.tree, bool(new.unknown))
    if also is not None:
        tree = also(tree)
    if new.text.count("\n") != text.count("\n"):
        _number_as(text, new.text, tree)
    return compile(tree, path, "exec", dont_inherit=True)


def exact(tree: ast.Module, divisions_too: bool) -> ast.Module:
    """The translation's tree with what only the values can tell."""
    semantics.give()
    found = [each.node for each in divisions.find(tree)] if divisions_too else []
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    names |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    names |= {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    changed = semantics.Exact(found, semantics.BUILTINS if "*" in names else names).visit(tree)
    return ast.fix_missing_locations(changed)


def _number_as(old: str, new: str, tree: ast.Module) -> None:
    """Gives every node the line that it came from."""
    lines = {}
    matcher = difflib.SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        for j in range(j1, j2):
            # Of a block that grew the last lines stand for the old ones: imports are added above.
            lines[j + 1] = max(1, min(max(i1, i2 - (j2 - j)) + 1, old.count("\n") + 1))
    for node in ast.walk(tree):
        for name in ("lineno", "end_lineno"):
            if getattr(node, name, None) is not None:
                setattr(node, name, lines.get(getattr(node, name), getattr(node, name)))
