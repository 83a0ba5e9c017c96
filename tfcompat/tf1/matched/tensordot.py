"""`tf.tensordot` of known shapes always transposes and reshapes; TensorFlow 2 leaves out what would change nothing."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, array_ops_stack, context, dtypes, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.tensordot")
def tensordot(original: Callable[..., Any], a: Any, b: Any, axes: Any, name: str | None = None) -> Any:
    if context.executing_eagerly():
        return original(a, b, axes, name)
    with ops.name_scope(name, "Tensordot", [a, b, axes]) as scope:
        a = ops.convert_to_tensor(a, name="a")
        b = ops.convert_to_tensor(b, name="b")
        a_axes, b_axes = _axes(a, axes)
        left, a_free, a_static = _flat(a, a_axes, False)
        right, b_free, b_static = _flat(b, b_axes, True)
        product = math_ops.matmul(left, right)
        if isinstance(a_free, list) and isinstance(b_free, list):
            return array_ops.reshape(product, a_free + b_free, name=scope)
        a_free = ops.convert_to_tensor(a_free, dtype=dtypes.int32)
        b_free = ops.convert_to_tensor(b_free, dtype=dtypes.int32)
        result = array_ops.reshape(product, array_ops.concat([a_free, b_free], 0), name=scope)
        if a_static is not None and b_static is not None:
            result.set_shape(a_static + b_static)
        return result


def _axes(a: Any, axes: Any) -> tuple[Any, Any]:
    """The axes to sum over on each side."""
    if isinstance(axes, int):
        if axes < 0:
            raise ValueError(f"'axes' must be at least 0, not {axes}")
        rank = a.get_shape().ndims
        if rank is None:
            dynamic = array_ops.rank(a)
            return math_ops.range(dynamic - axes, dynamic, dtype=dtypes.int32), math_ops.range(axes, dtype=dtypes.int32)
        if axes > rank:
            raise ValueError(f"'axes' must not be larger than the number of dimensions of tensor {a}")
        return list(range(rank - axes, rank)), list(range(axes))
    if isinstance(axes, (list, tuple)):
        if len(axes) != 2:
            raise ValueError(f"'axes' must be an integer or have length 2, not {axes}")
        pair = [[side] if isinstance(side, int) else side for side in axes]
        if len(pair[0]) != len(pair[1]):
            raise ValueError(f"Different number of contraction axes: {len(pair[0])} != {len(pair[1])}")
        return pair[0], pair[1]
    axes = ops.convert_to_tensor(axes, name="axes", dtype=dtypes.int32)
    return axes[0], axes[1]


def _flat(a: Any, axes: Any, flipped: bool) -> tuple[Any, Any, Any]:
    """A matrix of a tensor's free and summed elements, its free sizes, and those of them that are known."""
    shape = a.get_shape()
    if shape.ndims is None or not isinstance(axes, (list, tuple)):
        sizes, rank = array_ops.shape(a), array_ops.rank(a)
        axes = ops.convert_to_tensor(axes, dtype=dtypes.int32, name="axes")
        axes = array_ops.where(axes >= 0, axes, axes + rank)
        free, _ = array_ops.setdiff1d(math_ops.range(rank), axes)
        return *_dynamic(a, sizes, free, axes, flipped), None
    known = shape.as_list()
    axes = [axis if axis >= 0 else axis + len(known) for axis in axes]
    free = [axis for axis in range(len(known)) if axis not in axes]
    kept = [known[axis] for axis in free]
    if shape.is_fully_defined():
        rows, columns = math.prod(kept), math.prod(known[axis] for axis in axes)
        order = list(axes) + free if flipped else free + list(axes)
        matrix = [columns, rows] if flipped else [rows, columns]
        return array_ops.reshape(array_ops.transpose(a, order), matrix), kept, kept
    axes = ops.convert_to_tensor(axes, dtype=dtypes.int32, name="axes")
    free = ops.convert_to_tensor(free, dtype=dtypes.int32, name="free")
    return *_dynamic(a, array_ops.shape(a), free, axes, flipped), kept


def _dynamic(a: Any, sizes: Any, free: Any, axes: Any, flipped: bool) -> tuple[Any, Any]:
    kept, summed = array_ops.gather(sizes, free), array_ops.gather(sizes, axes)
    rows, columns = math_ops.reduce_prod(kept), math_ops.reduce_prod(summed)
    order = array_ops.concat([axes, free] if flipped else [free, axes], 0)
    matrix = array_ops_stack.stack([columns, rows] if flipped else [rows, columns])
    return array_ops.reshape(array_ops.transpose(a, order), matrix), kept
