"""`tf.random.stateless_uniform` and its like are one op on the seed; TensorFlow 2 makes a key of it first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, dtypes, gen_stateless_random_ops, math_ops, ops, shape_util
from tfcompat.backend.replace import replaces

_DEFAULT = "auto_select"


@replaces("tensorflow.python.ops.stateless_random_ops.stateless_random_uniform")
def uniform(
    original: Callable[..., Any],
    shape: Any,
    seed: Any,
    minval: Any = 0,
    maxval: Any = None,
    dtype: Any = dtypes.float32,
    name: str | None = None,
    alg: Any = _DEFAULT,
) -> Any:
    dtype = dtypes.as_dtype(dtype)
    known = dtype.is_floating or dtype in (dtypes.int32, dtypes.int64)
    if context.executing_eagerly() or alg != _DEFAULT or minval is None or not known:
        return original(shape, seed, minval, maxval, dtype, name, alg)
    if dtype.is_integer and maxval is None:
        raise ValueError(f"Must specify maxval for integer dtype {dtype!r}")
    with ops.name_scope(name, "stateless_random_uniform", [shape, seed, minval, maxval]) as scope:
        size = shape_util.shape_tensor(shape)
        minval = ops.convert_to_tensor(minval, dtype=dtype, name="min")
        maxval = ops.convert_to_tensor(1 if maxval is None else maxval, dtype=dtype, name="max")
        if dtype.is_integer:
            result = gen_stateless_random_ops.stateless_random_uniform_int(
                size, seed=seed, minval=minval, maxval=maxval, name=scope
            )
        else:
            drawn = gen_stateless_random_ops.stateless_random_uniform(size, seed=seed, dtype=dtype)
            result = math_ops.add(drawn * (maxval - minval), minval, name=scope)
        shape_util.maybe_set_static_shape(result, shape)
        return result


def _normal(draw: Callable[..., Any], scope: str, shape: Any, seed: Any, given: tuple[Any, ...]) -> Any:
    mean, stddev, dtype, name = given
    with ops.name_scope(name, scope, [shape, seed, mean, stddev]) as scope:
        size = shape_util.shape_tensor(shape)
        mean = ops.convert_to_tensor(mean, dtype=dtype, name="mean")
        stddev = ops.convert_to_tensor(stddev, dtype=dtype, name="stddev")
        result = math_ops.add(draw(size, seed, dtype) * stddev, mean, name=scope)
        shape_util.maybe_set_static_shape(result, shape)
        return result


def _replace(scope: str) -> None:
    """Declares the replacement of one of the two functions, which have the same arguments."""
    draw = getattr(gen_stateless_random_ops, scope)

    @replaces(f"tensorflow.python.ops.stateless_random_ops.{scope}")
    def normal(
        original: Callable[..., Any],
        shape: Any,
        seed: Any,
        mean: Any = 0.0,
        stddev: Any = 1.0,
        dtype: Any = dtypes.float32,
        name: str | None = None,
        alg: Any = _DEFAULT,
    ) -> Any:
        if context.executing_eagerly() or alg != _DEFAULT:
            return original(shape, seed, mean, stddev, dtype, name, alg)
        return _normal(draw, scope, shape, seed, (mean, stddev, dtype, name))


_replace("stateless_random_normal")
_replace("stateless_truncated_normal")
