"""What makes code run only where what it needs is there: a test of the version, a `try` around an import."""

from __future__ import annotations

import ast
import re

from tfcompat.rewrite.node_fields import nodes

_ABSENCE = frozenset({"AttributeError", "ImportError", "ModuleNotFoundError", "NameError"})
_VERSION = re.compile(r"version|hasattr|TF1|TF2|tf1|tf2|_V1|_V2|PY2|PY3|TYPE_CHECKING")


def tests_version(test: ast.expr) -> bool:
    """Whether a condition chooses by what is installed."""
    words = [str(getattr(node, "id", "") or getattr(node, "attr", "")) for node in nodes(test)]
    return _VERSION.search(" ".join(words)) is not None


def allows_absence(handler: ast.ExceptHandler, imports: bool) -> bool:
    """Whether what the `try` holds may be absent; one that catches everything says so only about imports."""
    if handler.type is None:
        return imports
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {each.id for each in kinds if isinstance(each, ast.Name)}
    return bool(names & _ABSENCE) or (imports and "Exception" in names)
