"""`tf.contrib.eager`'s callbacks after each operation that runs eagerly, and the one that looks for infinities."""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from tfcompat.backend.internals_framework import op_callbacks
from tfcompat.backend.v1api import v1

Callback = Callable[[str, Any, Any, Any, Any], Any]  # (op_type, inputs, attrs, outputs, op_name)
_callbacks: list[Callback] = []


class ExecutionCallback(enum.Enum):
    """What is done about an infinity or a NaN."""

    IGNORE = "ignore"
    PRINT = "print"
    RAISE = "raise"
    WARN = "warn"


class InfOrNanError(Exception):
    """An operation's output has an infinity or a NaN in it."""

    def __init__(self, op_type: str, op_name: str | None, output_index: int, num_outputs: int, value: Any) -> None:
        self.op_type = op_type
        self.op_name = op_name
        self.output_index = output_index
        self.num_outputs = num_outputs
        self.value = value
        counts = {"inf(s)": np.count_nonzero(np.isinf(value)), "nan(s)": np.count_nonzero(np.isnan(value))}
        named = f"'{op_name}'" if op_name is not None else "None"
        found = " and ".join(f"{count} {what}" for what, count in counts.items() if count)
        super().__init__(
            f"Output {output_index + 1} of {num_outputs} of TFE operation {op_type} (name: {named}) contains {found} "
            f"out of a total of {np.size(value)} element(s). Tensor value: {value}"
        )


def inf_nan_callback(
    op_type: str,
    inputs: Any,
    attrs: Any,
    outputs: Any,
    op_name: Any,
    check_inf: bool = True,
    check_nan: bool = True,
    action: Any = ExecutionCallback.RAISE,
) -> None:
    """Looks at the outputs, and prints, warns or raises `InfOrNanError` as `action` says."""
    action = ExecutionCallback(action)
    for place, output in enumerate(outputs):
        if not (output.dtype.is_floating or output.dtype.is_complex):
            continue
        value = output.numpy()
        found = np.asarray(value, np.float64) if value.dtype.kind == "V" else value
        if not ((check_inf and np.isinf(found).any()) or (check_nan and np.isnan(found).any())):
            continue
        error = InfOrNanError(op_type, op_name, place, len(outputs), value)
        if action == ExecutionCallback.RAISE:
            raise error
        if action == ExecutionCallback.WARN:
            v1.logging.warning(str(error))
        elif action == ExecutionCallback.PRINT:
            print(f"Warning: {error}")
        else:
            raise ValueError(
                f"Invalid action for inf_nan_callback: {action}. Valid actions are: {{PRINT | WARN | RAISE}}"
            )


def inf_callback(op_type: str, inputs: Any, attrs: Any, outputs: Any, op_name: Any, action: Any = None) -> None:
    """`inf_nan_callback` for infinities alone."""
    action = action or ExecutionCallback.RAISE
    inf_nan_callback(op_type, inputs, attrs, outputs, op_name, check_nan=False, action=action)


def nan_callback(op_type: str, inputs: Any, attrs: Any, outputs: Any, op_name: Any, action: Any = None) -> None:
    """`inf_nan_callback` for NaNs alone."""
    action = action or ExecutionCallback.RAISE
    inf_nan_callback(op_type, inputs, attrs, outputs, op_name, check_inf=False, action=action)


def add_execution_callback(callback: Callback) -> None:
    """Calls `callback(op_type, inputs, attrs, outputs, op_name)` after each operation that runs eagerly."""
    if not _callbacks:
        op_callbacks.add_op_callback(_call)
    _callbacks.append(callback)


def clear_execution_callbacks() -> None:
    """Forgets all callbacks."""
    if _callbacks:
        op_callbacks.remove_op_callback(_call)
    _callbacks.clear()


def seterr(inf_or_nan: Any = None) -> dict[str, ExecutionCallback]:
    """Sets what is done about infinities and NaNs, where it is given; answers what was done before."""
    wished = None if inf_or_nan is None else ExecutionCallback(inf_or_nan)
    old, kept = ExecutionCallback.IGNORE, []
    for each in _callbacks:
        if getattr(each, "func", each) is inf_nan_callback:
            old = getattr(each, "keywords", {}).get("action", ExecutionCallback.RAISE)
        else:
            kept.append(each)
    if wished is not None:
        clear_execution_callbacks()
        if wished != ExecutionCallback.IGNORE:
            kept.append(functools.partial(inf_nan_callback, action=wished))
        for each in kept:
            add_execution_callback(each)
    return {"inf_or_nan": old}


@contextmanager
def errstate(inf_or_nan: Any = None) -> Iterator[None]:
    """`seterr` for a block of code; nothing in graph mode."""
    if not v1.executing_eagerly():
        yield
        return
    old = seterr(inf_or_nan=inf_or_nan)
    try:
        yield
    finally:
        seterr(**old)


def _call(op_type: Any, inputs: Any, attrs: Any, outputs: Any, op_name: Any = None, graph: Any = None) -> None:
    """Passes on what ran; what is only added to a graph is not."""
    if graph is None:
        name = op_type.decode() if isinstance(op_type, bytes) else op_type
        for each in tuple(_callbacks):
            each(name, inputs, attrs, outputs, op_name)
