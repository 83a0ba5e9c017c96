"""`tf.nn.weighted_moments` multiplies with one reciprocal of the weights' sum; TensorFlow 2 divides twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, dtypes, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.nn_impl.weighted_moments")
def weighted_moments(
    original: Callable[..., Any],
    x: Any,
    axes: Any,
    frequency_weights: Any,
    name: str | None = None,
    keep_dims: bool | None = None,
    keepdims: bool | None = None,
) -> Any:
    kept = bool(keep_dims or keepdims)
    if context.executing_eagerly():
        return original(x, axes, frequency_weights, name, keepdims=kept)
    with ops.name_scope(name, "weighted_moments", [x, frequency_weights, axes]):
        x = ops.convert_to_tensor(x, name="x")
        weights = ops.convert_to_tensor(frequency_weights, name="frequency_weights")
        half = x.dtype == dtypes.float16
        if half:
            x = math_ops.cast(x, dtypes.float32)
        if weights.dtype != x.dtype:
            weights = math_ops.cast(weights, x.dtype)
        total = math_ops.reduce_sum(weights * x, axes, name="weighted_input_sum", keepdims=True)
        spread = weights + array_ops.zeros_like(x)
        count = math_ops.reduce_sum(spread, axes, name="sum_of_weights", keepdims=True)
        divisor = math_ops.reciprocal(count, name="inv_weight_sum")
        mean = math_ops.multiply(total, divisor)
        squares = weights * math_ops.squared_difference(x, mean)
        variance = math_ops.reduce_sum(squares, axes, name="weighted_distsq", keepdims=True)
        result = [mean, math_ops.multiply(variance, divisor)]
        if not kept:
            result = [array_ops.squeeze(value, axis=axes) for value in result]
        return tuple(math_ops.cast(value, dtypes.float16) if half else value for value in result)
