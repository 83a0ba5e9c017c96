"""`file(path)` becomes `open(path)`."""

from __future__ import annotations

from typing import Any

from fissix import fixer_base, pytree
from fissix.fixer_util import Name


class FixFile(fixer_base.BaseFix):
    BM_compatible = True
    PATTERN = "power< name='file' trailer< '(' any ')' > any* >"

    def transform(self, node: pytree.Node, results: dict[str, Any]) -> None:
        name = results["name"]
        name.replace(Name("open", prefix=name.prefix))
