"""In a notebook a cell that is run again takes the variables that it made: `tf.get_variable` answers with the one that
is there, as under `reuse=tf.AUTO_REUSE`.

Two different cells that use one name are as much of an error as in a script.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend import running_cell
from tfcompat.backend.replace import replaces

_MADE_IN = "_tfcompat_cell"


@replaces("tensorflow.python.ops.variable_scope._VariableStore._get_single_variable")
def get_single_variable(original: Callable[..., Any], store: Any, name: str, *args: Any, **kwargs: Any) -> Any:
    cell = running_cell.current
    if cell is None:
        return original(store, name, *args, **kwargs)
    before = store._vars.get(name)
    if before is not None and not kwargs.get("reuse") and running_cell.ran_before(getattr(before, _MADE_IN, None)):
        kwargs["reuse"] = True
        running_cell.remark(
            "this cell made its variables before; they are taken again (tf.reset_default_graph() starts anew)"
        )
    made = original(store, name, *args, **kwargs)
    if before is None:
        setattr(made, _MADE_IN, cell)
    return made
