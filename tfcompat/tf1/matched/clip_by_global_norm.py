"""`tf.clip_by_global_norm` selects NaN for an infinite norm, and `tf.clip_by_norm` takes its norm as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tfcompat.backend.internals import array_ops, clip_ops, constant_op, context, indexed_slices, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.clip_ops.clip_by_global_norm")
def clip_by_global_norm(
    original: Callable[..., Any], t_list: Any, clip_norm: Any, use_norm: Any = None, name: str | None = None
) -> Any:
    if context.executing_eagerly() or not isinstance(t_list, Sequence) or isinstance(t_list, str):
        return original(t_list, clip_norm, use_norm, name)
    given = list(t_list)
    norm = clip_ops.global_norm(given, name) if use_norm is None else use_norm
    with ops.name_scope(name, "clip_by_global_norm", [*given, clip_norm]) as scope:
        one = 1.0 / norm
        finite = clip_norm * math_ops.minimum(one, constant_op.constant(1.0, dtype=norm.dtype) / clip_norm)
        is_finite = math_ops.is_finite(norm)
        scale = array_ops.where(is_finite, finite, constant_op.constant(float("nan"), dtype=norm.dtype))
        values = [None if t is None else _values(t, f"t_{place}") for place, t in enumerate(given)]
        clipped: list[Any] = []
        for place, value in enumerate(values):
            if value is None:
                clipped.append(None)
                continue
            with ops.colocate_with(value):
                clipped.append(array_ops.identity(value * scale, name=f"{scope}_{place}"))
    return [_like(t, value) for t, value in zip(given, clipped, strict=True)], norm


@replaces("tensorflow.python.ops.clip_ops.clip_by_norm")
def clip_by_norm(
    original: Callable[..., Any], t: Any, clip_norm: Any, axes: Any = None, name: str | None = None
) -> Any:
    if context.executing_eagerly():
        return original(t, clip_norm, axes, name)
    with ops.name_scope(name, "clip_by_norm", [t, clip_norm]) as scope:
        values = _values(t, "t")
        total = math_ops.reduce_sum(values * values, axes, keepdims=True)
        positive = total > 0
        safe = array_ops.where(positive, total, array_ops.ones_like(total))
        norm = array_ops.where(positive, math_ops.sqrt(safe), total)
        scaled = values * clip_norm
        values.shape.assert_is_compatible_with(scaled.shape)
        return _like(t, array_ops.identity(scaled / math_ops.maximum(norm, clip_norm), name=scope))


def _values(t: Any, name: str) -> Any:
    return ops.convert_to_tensor(t.values if isinstance(t, indexed_slices.IndexedSlices) else t, name=name)


def _like(t: Any, values: Any) -> Any:
    if isinstance(t, indexed_slices.IndexedSlices):
        return indexed_slices.IndexedSlices(values, t.indices, t.dense_shape)
    return values
