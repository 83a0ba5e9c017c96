"""`tf.one_hot` converts given values only to see their type, and again when it makes its op."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, dtypes, gen_array_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops.one_hot")
def one_hot(
    original: Callable[..., Any],
    indices: Any,
    depth: Any,
    on_value: Any = None,
    off_value: Any = None,
    axis: int | None = None,
    dtype: Any = None,
    name: str | None = None,
) -> Any:
    if context.executing_eagerly():
        return original(indices, depth, on_value, off_value, axis, dtype, name)
    with ops.name_scope(name, "one_hot", [indices, depth, on_value, off_value, axis, dtype]) as scope:
        given = [None if value is None else ops.convert_to_tensor(value).dtype for value in (on_value, off_value)]
        found = next((kind.base_dtype for kind in given if kind is not None), dtypes.float32)
        wanted = found if dtype is None else dtypes.as_dtype(dtype)
        for word, kind in zip(("on_value", "off_value"), given, strict=True):
            if kind is not None and kind.base_dtype != wanted:
                raise TypeError(f"dtype {kind.base_dtype} of {word} does not match dtype parameter {wanted}")
        if on_value is None:
            on_value = ops.convert_to_tensor(1, wanted, name="on_value")
        if off_value is None:
            off_value = ops.convert_to_tensor(0, wanted, name="off_value")
        return gen_array_ops.one_hot(indices, depth, on_value, off_value, -1 if axis is None else axis, scope)
