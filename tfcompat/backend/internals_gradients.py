"""Gradient functions that take over from TensorFlow's registered ones while TensorFlow 1 code runs.

TensorFlow keeps them in a registry (`ops.gradient_registry`) with no public way to change an entry.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.backend.mode import tf1_active

_declared: dict[str, Callable[..., Any]] = {}
_applied: dict[str, Callable[..., Any]] = {}


def replaces_gradient(*op_types: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares the decorated function, `f(original, op, *grads)`, to stand for the gradients of some op types."""

    def declare(replacement: Callable[..., Any]) -> Callable[..., Any]:
        for op_type in op_types:
            _declared[op_type] = replacement
        return replacement

    return declare


def apply() -> None:
    """Puts every declared gradient function in place."""
    from tensorflow.python.framework import ops

    for op_type, replacement in _declared.items():
        entry = ops.gradient_registry._registry.get(op_type)
        if entry is not None and op_type not in _applied:
            _applied[op_type] = entry["type"]
            entry["type"] = _dispatcher(entry["type"], replacement)


def undo() -> None:
    """Puts TensorFlow's own back."""
    from tensorflow.python.framework import ops

    for op_type, original in _applied.items():
        ops.gradient_registry._registry[op_type]["type"] = original
    _applied.clear()


def _dispatcher(original: Callable[..., Any], replacement: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(original)
    def dispatch(op: Any, *grads: Any) -> Any:
        if tf1_active():
            return replacement(original, op, *grads)
        return original(op, *grads)

    return dispatch
