"""`0777L` becomes `0o777`; the engine takes the `L` away and leaves `0777`, which Python 3 refuses."""

from __future__ import annotations

from typing import Any

from tfcompat.rewrite.python2.engine import fixer_base, fixer_util, pytree


class FixOctalLong(fixer_base.BaseFix):
    BM_compatible = False
    run_order = 1  # before the engine's own, which goes at 5
    _accept_type = 2  # token.NUMBER

    def match(self, node: pytree.Leaf) -> bool:
        digits = node.value[:-1]
        return node.value[-1] in "lL" and digits.startswith("0") and digits.isdigit() and len(set(digits)) > 1

    def transform(self, node: pytree.Leaf, results: dict[str, Any]) -> Any:
        return fixer_util.Number(f"0o{node.value[1:-1]}", prefix=node.prefix)
