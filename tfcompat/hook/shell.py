"""The IPython shell that this process runs in, if any: its cells treated, its uncaught errors explained."""

from __future__ import annotations

import sys
from typing import Any

from tfcompat.hook import cells, errors


def current() -> Any:
    """The running shell, or None outside of notebooks and IPython."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None


def attach(shell: Any) -> None:
    """Doing it twice is doing it once."""
    cells.add_to(shell)
    if _explain not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", _explain)


def detach(shell: Any) -> None:
    cells.take_from(shell)
    if _explain in shell.events.callbacks["post_run_cell"]:
        shell.events.unregister("post_run_cell", _explain)


def _explain(result: Any) -> None:
    error = getattr(result, "error_in_exec", None)
    text = errors.explanation(error) if error is not None else None
    if text:
        print(text, file=sys.stderr)
