"""`tf.zeros_like` and `tf.ones_like` convert their argument under a name and build a `Shape` constant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, dtypes, gen_array_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops.zeros_like_impl")
def zeros_like(
    original: Callable[..., Any],
    tensor: Any,
    dtype: Any,
    name: str | None,
    optimize: bool = True,
    layout: Any = None,
) -> Any:
    if context.executing_eagerly() or layout is not None:
        return original(tensor, dtype, name, optimize, layout)
    with ops.name_scope(name, "zeros_like", [tensor]) as scope:
        tensor = ops.convert_to_tensor(tensor, name="tensor")
        if optimize and tensor.shape.is_fully_defined() and tensor.dtype != dtypes.variant:
            return _zeros(array_ops.zeros(tensor.shape, dtype=dtype or tensor.dtype, name=scope))
        if dtype is not None and dtype != tensor.dtype and dtype != dtypes.variant:
            return _zeros(array_ops.zeros(_shape(tensor, optimize), dtype=dtype, name=scope))
        return _zeros(gen_array_ops.zeros_like(tensor, name=scope))


@replaces("tensorflow.python.ops.array_ops.ones_like_impl")
def ones_like(
    original: Callable[..., Any],
    tensor: Any,
    dtype: Any,
    name: str | None,
    optimize: bool = True,
    layout: Any = None,
) -> Any:
    if context.executing_eagerly() or layout is not None:
        return original(tensor, dtype, name, optimize, layout)
    with ops.name_scope(name, "ones_like", [tensor]) as scope:
        tensor = ops.convert_to_tensor(tensor, name="tensor")
        result = array_ops.ones(_shape(tensor, optimize), dtype=dtype or tensor.dtype, name=scope)
        result.set_shape(tensor.get_shape())
        return result


@replaces("tensorflow.python.ops.array_ops.ones_like_v2")
def ones_like_v2(
    original: Callable[..., Any], input: Any, dtype: Any = None, name: str | None = None, layout: Any = None
) -> Any:
    return array_ops.ones_like_impl(input, dtype, name, True, layout)


def _shape(tensor: Any, optimize: bool) -> Any:
    return array_ops.shape_internal(tensor, optimize=optimize, out_type=dtypes.int32)


def _zeros(tensor: Any) -> Any:
    tensor._is_zeros_tensor = True  # how TensorFlow's gradient functions tell that nothing flows back this way
    return tensor
