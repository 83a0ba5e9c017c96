"""Keras computes a cross entropy from logits only where the activation is the one that belongs to it.

A later Keras does so for every output that an activation made, also for the binary cross entropy of a softmax.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context
from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.backend._get_logits")
def get_logits(original: Callable[..., Any], output: Any, from_logits: bool, op_type: str, fn_name: str) -> Any:
    foreign = hasattr(output, "_keras_logits") and not context.executing_eagerly() and output.op.type != op_type
    return original(array_ops.identity(output) if foreign else output, from_logits, op_type, fn_name)
