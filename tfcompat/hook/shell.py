"""The IPython shell that this process runs in, if any: cells treated, arguments hidden, uncaught errors explained."""

from __future__ import annotations

import sys
from typing import Any

from tfcompat.backend import running_cell
from tfcompat.hook import cells, errors, graph_growth, kernel_arguments


def current() -> Any:
    """The running shell, or None outside of notebooks and IPython."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None


def attach(shell: Any) -> None:
    """Doing it twice is doing it once."""
    cells.add_to(shell)
    kernel_arguments.hide()
    for event, call in _CALLS:
        if call not in shell.events.callbacks[event]:
            shell.events.register(event, call)


def detach(shell: Any) -> None:
    cells.take_from(shell)
    kernel_arguments.give_back()
    running_cell.forget()
    for event, call in _CALLS:
        if call in shell.events.callbacks[event]:
            shell.events.unregister(event, call)


def _explain(result: Any) -> None:
    error = getattr(result, "error_in_exec", None)
    text = errors.explanation(error) if error is not None else None
    if text:
        print(text, file=sys.stderr)


def _start(info: Any) -> None:
    running_cell.start(info.raw_cell)
    graph_growth.start()


def _end(result: Any) -> None:
    graph_growth.end()


_CALLS = (("pre_run_cell", _start), ("post_run_cell", _explain), ("post_run_cell", _end))
