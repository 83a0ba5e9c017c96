"""`tf.random_uniform` always scales and shifts its draw; TensorFlow 2 leaves both out where they change nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, dtypes, gen_random_ops, math_ops, ops, random_seed, shape_util
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.random_ops.random_uniform")
def random_uniform(
    original: Callable[..., Any],
    shape: Any,
    minval: Any = 0,
    maxval: Any = None,
    dtype: Any = dtypes.float32,
    seed: int | None = None,
    name: str | None = None,
) -> Any:
    dtype = dtypes.as_dtype(dtype)
    if context.executing_eagerly() or not (dtype.is_floating or dtype.is_integer):
        return original(shape, minval, maxval, dtype, seed, name)
    if maxval is None:
        if dtype.is_integer:
            raise ValueError(f"Must specify maxval for integer dtype {dtype!r}")
        maxval = 1
    with ops.name_scope(name, "random_uniform", [shape, minval, maxval]) as scope:
        shape = shape_util.shape_tensor(shape)
        minval = ops.convert_to_tensor(minval, dtype=dtype, name="min")
        maxval = ops.convert_to_tensor(maxval, dtype=dtype, name="max")
        seed1, seed2 = random_seed.get_seed(seed)
        if dtype.is_integer:
            result = gen_random_ops.random_uniform_int(shape, minval, maxval, seed=seed1, seed2=seed2, name=scope)
        else:
            drawn = gen_random_ops.random_uniform(shape, dtype, seed=seed1, seed2=seed2)
            result = math_ops.add(drawn * (maxval - minval), minval, name=scope)
        shape_util.maybe_set_static_shape(result, shape)
        return result
