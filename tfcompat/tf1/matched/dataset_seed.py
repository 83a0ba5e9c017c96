"""The second seed of a shuffled `tf.data.Dataset` is picked with `Select`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, constant_op, context, dtypes, math_ops, ops, random_seed
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.data.util.random_seed.get_seed")
def get_seed(original: Callable[..., Any], seed: int | None) -> tuple[Any, Any]:
    if context.executing_eagerly():
        return original(seed)
    first, second = random_seed.get_seed(seed)
    first = ops.convert_to_tensor(first or 0, dtype=dtypes.int64, name="seed")
    if second is None:
        return first, constant_op.constant(0, dtype=dtypes.int64, name="seed2")
    with ops.name_scope("seed2") as scope:
        second = ops.convert_to_tensor(second, dtype=dtypes.int64)
        both_zero = math_ops.logical_and(math_ops.equal(first, 0), math_ops.equal(second, 0))
        largest = constant_op.constant(2**31 - 1, dtype=dtypes.int64)
        return first, array_ops.where(both_zero, largest, second, name=scope)
