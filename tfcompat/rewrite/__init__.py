"""Rewriting old source: what `run` does in memory is what `upgrade` writes.

`upgrade_source(text)` rewrites one script or module and answers with frozen values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tfcompat.rewrite.engine import Upgraded as Upgraded
    from tfcompat.rewrite.engine import upgrade_source as upgrade_source

__all__ = ["Upgraded", "upgrade_source"]


def __getattr__(name: str) -> Any:
    """Loads the engine when it is asked for: running a script needs the translation of Python 2 alone."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    from tfcompat.rewrite import engine

    return getattr(engine, name)
