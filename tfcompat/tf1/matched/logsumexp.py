"""`tf.reduce_logsumexp` picks its finite maxima with `Select` and names its last op after nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, gen_math_ops, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.reduce_logsumexp")
def reduce_logsumexp(
    original: Callable[..., Any], input_tensor: Any, axis: Any = None, keepdims: Any = False, name: str | None = None
) -> Any:
    if context.executing_eagerly():
        return original(input_tensor, axis, keepdims, name)
    keepdims = bool(keepdims)
    input_tensor = ops.convert_to_tensor(input_tensor)
    with ops.name_scope(name, "ReduceLogSumExp", [input_tensor]):
        raw = math_ops.reduce_max(input_tensor, axis=axis, keepdims=True)
        finite = array_ops.where(gen_math_ops.is_finite(raw), raw, array_ops.zeros_like(raw))
        largest = array_ops.stop_gradient(finite)
        powers = gen_math_ops.exp(gen_math_ops.sub(input_tensor, largest))
        result = gen_math_ops.log(math_ops.reduce_sum(powers, axis, keepdims=keepdims))
        if not keepdims:
            largest = array_ops.reshape(largest, array_ops.shape(result))
        return math_ops._may_reduce_to_scalar(keepdims, axis, gen_math_ops.add(result, largest))
