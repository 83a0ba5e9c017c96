"""`tf.math.reduce_variance`, `tf.math.reduce_std` take their argument as it is, without converting it first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import gen_math_ops, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.reduce_variance")
def reduce_variance(
    original: Callable[..., Any], input_tensor: Any, axis: Any = None, keepdims: bool = False, name: str | None = None
) -> Any:
    with ops.name_scope(name or "reduce_variance"):
        mean = math_ops.reduce_mean(input_tensor, axis=axis, keepdims=True)
        squares = gen_math_ops.square(input_tensor - mean)
        return math_ops.reduce_mean(squares, axis=axis, keepdims=keepdims)


@replaces("tensorflow.python.ops.math_ops.reduce_std")
def reduce_std(
    original: Callable[..., Any], input_tensor: Any, axis: Any = None, keepdims: bool = False, name: str | None = None
) -> Any:
    with ops.name_scope(name or "reduce_std"):
        return gen_math_ops.sqrt(math_ops.reduce_variance(input_tensor, axis=axis, keepdims=keepdims))
