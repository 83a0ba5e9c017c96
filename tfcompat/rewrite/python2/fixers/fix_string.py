"""The module `string`: constants under today's names, functions as the methods that they became."""

from __future__ import annotations

import re
from typing import Any

from tfcompat.rewrite.python2.engine import fixer_base, fixer_util, pygram, pytree

CONSTANTS = {"letters": "ascii_letters", "lowercase": "ascii_lowercase", "uppercase": "ascii_uppercase"}
TYPES = {"atoi": "int", "atof": "float", "atol": "int", "maketrans": "str.maketrans"}
METHODS = frozenset(
    "capitalize center count expandtabs find index ljust lower lstrip replace rfind rindex rjust rstrip split "
    "splitlines strip swapcase title translate upper zfill".split()
)


class FixString(fixer_base.BaseFix):
    BM_compatible = True
    PATTERN = "power< 'string' trailer< '.' name=NAME > rest=any* >"

    def transform(self, node: pytree.Node, results: dict[str, Any]) -> Any:
        name: str = results["name"].value
        if name in CONSTANTS:
            results["name"].replace(fixer_util.Name(CONSTANTS[name]))
            return None
        call, *rest = node.children[2:] or [None]
        found = _arguments(call)
        if not found:
            return None
        first, *others = found
        if name in TYPES:
            new = f"{TYPES[name]}({', '.join(found)})"
        elif name in ("join", "joinfields"):
            new = f"{others[0] if others else repr(' ')}.join({first})"
        elif name in METHODS:
            new = f"{_operand(first)}.{name}({', '.join(others)})"
        else:
            return None
        return fixer_util.Name(new + "".join(map(str, rest)), prefix=node.prefix)


def _arguments(call: Any) -> list[str]:
    """The arguments' texts, if this is a call."""
    if call is None or str(call.children[0]) != "(" or len(call.children) != 3:
        return []
    inside = call.children[1]
    each = inside.children[::2] if inside.type == pygram.python_symbols.arglist else [inside]
    return [str(one).strip() for one in each]


def _operand(text: str) -> str:
    """The text as what a method is called on."""
    return text if re.fullmatch(r"[\w.]*[^\W\d][\w.]*|'[^']*'|\"[^\"]*\"", text) else f"({text})"
