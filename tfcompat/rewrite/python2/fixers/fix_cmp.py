"""`cmp(a, b)` becomes `(a > b) - (a < b)`, where its arguments are cheap enough to stand twice."""

from __future__ import annotations

from typing import Any

from tfcompat.rewrite.python2.engine import fixer_base, fixer_util, pytree


class FixCmp(fixer_base.BaseFix):
    BM_compatible = True
    PATTERN = "power< 'cmp' trailer< '(' arglist< a=any ',' b=any > ')' > >"

    def transform(self, node: pytree.Node, results: dict[str, Any]) -> Any:
        a, b = (str(results[key]).strip() for key in "ab")
        return fixer_util.Name(f"(({a} > {b}) - ({a} < {b}))", prefix=node.prefix)
