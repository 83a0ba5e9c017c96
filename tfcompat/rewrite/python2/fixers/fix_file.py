"""`file(path)` becomes `open(path)`."""

from __future__ import annotations

from typing import Any

from tfcompat.rewrite.python2.engine import fixer_base, fixer_util, pytree


class FixFile(fixer_base.BaseFix):
    BM_compatible = True
    PATTERN = "power< name='file' trailer< '(' any ')' > any* >"

    def transform(self, node: pytree.Node, results: dict[str, Any]) -> None:
        name = results["name"]
        name.replace(fixer_util.Name("open", prefix=name.prefix))
