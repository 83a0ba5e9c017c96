"""`tf.nn.dropout` draws first, then scales and multiplies with the cast mask; TensorFlow 2 scales, then selects."""

from __future__ import annotations

import numbers
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, math_ops, nn_ops, ops, random_ops, tensor_util
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.nn_ops.dropout_v2")
def dropout_v2(
    original: Callable[..., Any],
    x: Any,
    rate: Any,
    noise_shape: Any = None,
    seed: int | None = None,
    name: str | None = None,
) -> Any:
    if context.executing_eagerly():
        return original(x, rate, noise_shape=noise_shape, seed=seed, name=name)
    with ops.name_scope(name, "dropout", [x]):
        x = ops.convert_to_tensor(x, name="x")
        if not x.dtype.is_floating:
            raise ValueError(f"x has to be a floating point tensor since it's going to be scaled. Got {x.dtype}.")
        if isinstance(rate, numbers.Real) and not 0 <= float(rate) < 1:
            raise ValueError(f"rate must be a scalar tensor or a float in the range [0, 1), got {float(rate):g}")
        if isinstance(rate, numbers.Real) and rate == 0:
            return x
        rate = ops.convert_to_tensor(rate, dtype=x.dtype, name="rate")
        rate.get_shape().assert_has_rank(0)
        if tensor_util.constant_value(rate) == 0:
            return x
        drawn = random_ops.random_uniform(nn_ops._get_noise_shape(x, noise_shape), seed=seed, dtype=x.dtype)
        scale = 1 / (1 - rate)
        kept = drawn >= rate
        result = x * scale * math_ops.cast(kept, x.dtype)
        result.set_shape(x.get_shape())
        return result
