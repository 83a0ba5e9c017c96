"""`tf.einsum` is made of transposes, reshapes and products; TensorFlow 2 has one op for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, special_math_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.special_math_ops.einsum")
def einsum(original: Callable[..., Any], equation: str, *inputs: Any, **options: Any) -> Any:
    if context.executing_eagerly():
        return original(equation, *inputs, **options)
    return special_math_ops._einsum_v1(equation, *inputs, **options)
