"""`tf.saturate_cast` clamps with `Maximum` and `Minimum`, each only where the new type is narrower."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import dtypes, gen_math_ops, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.saturate_cast")
def saturate_cast(original: Callable[..., Any], value: Any, dtype: Any, name: str | None = None) -> Any:
    with ops.name_scope(name, "saturate_cast", [value]) as scope:
        value = ops.convert_to_tensor(value, name="value")
        dtype = dtypes.as_dtype(dtype).base_dtype
        if value.dtype.is_complex:
            return original(value, dtype, scope)
        if value.dtype.min < dtype.min:
            least = ops.convert_to_tensor(dtype.min, dtype=value.dtype, name="min")
            value = gen_math_ops.maximum(value, least)
        if value.dtype.max > dtype.max:
            most = ops.convert_to_tensor(dtype.max, dtype=value.dtype, name="max")
            value = gen_math_ops.minimum(value, most)
        return math_ops.cast(value, dtype, name=scope)
