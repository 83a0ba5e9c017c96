"""`types.StringType` becomes `str`, which Python 2's strings are translated to; the engine's own fixer says `bytes`."""

from __future__ import annotations

from typing import Any

from tfcompat.rewrite.python2.engine import fixer_base, fixer_util, pytree


class FixStringType(fixer_base.BaseFix):
    BM_compatible = True
    PATTERN = "power< 'types' trailer< '.' 'StringType' > >"
    run_order = 4  # before the engine's

    def transform(self, node: pytree.Node, results: dict[str, Any]) -> Any:
        return fixer_util.Name("str", prefix=node.prefix)
