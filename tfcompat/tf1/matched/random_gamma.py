"""`tf.random_gamma` broadcasts alpha by adding zeros like beta."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.internals import (
    array_ops,
    context,
    dtypes,
    gen_random_ops,
    math_ops,
    ops,
    random_ops,
    random_seed,
)
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.random_ops.random_gamma")
def random_gamma(
    original: Callable[..., Any],
    shape: Any,
    alpha: Any,
    beta: Any = None,
    dtype: Any = dtypes.float32,
    seed: int | None = None,
    name: str | None = None,
) -> Any:
    if context.executing_eagerly():
        return original(shape, alpha, beta, dtype, seed, name)
    with ops.name_scope(name, "random_gamma", [shape, alpha, beta]):
        shape = ops.convert_to_tensor(shape, name="shape", dtype=dtypes.int32)
        alpha = ops.convert_to_tensor(alpha, name="alpha", dtype=dtype)
        beta = ops.convert_to_tensor(1 if beta is None else beta, name="beta", dtype=dtype)
        alpha = alpha + array_ops.zeros_like(beta)
        seed1, seed2 = random_seed.get_seed(seed)
        drawn = gen_random_ops.random_gamma(shape, alpha, seed=seed1, seed2=seed2) / beta
        result = math_ops.maximum(np.finfo(alpha.dtype.as_numpy_dtype).tiny, drawn)
        random_ops._maybe_set_static_shape_helper(result, shape, alpha)
        return result
