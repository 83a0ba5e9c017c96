"""Gradients of `Sum`, `Mean`, `Max`, `Min`, `Prod`: `Tile` by a computed scale; TensorFlow 2 uses `BroadcastTo`."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.internals import array_ops, constant_op, context, dtypes, math_ops, ops, tensor_util
from tfcompat.backend.internals_gradients import replaces_gradient

_known_shapes: weakref.WeakKeyDictionary[Any, dict[Any, Any]] = weakref.WeakKeyDictionary()


def _scale(shape: Any, kept: Any) -> Any:
    return shape // math_ops.maximum(kept, 1)


def _spread(op: Any, grad: Any) -> Any:
    """The gradient of a sum."""
    shape = op.inputs[0]._shape_tuple()
    axes = None if shape is None else tensor_util.constant_value(op.inputs[1])
    if axes is not None and np.array_equal(axes, np.arange(len(shape))):
        grad = array_ops.reshape(grad, [1] * len(shape))
        if None in shape:
            return array_ops.tile(grad, array_ops.shape(op.inputs[0]))
        return array_ops.tile(grad, constant_op.constant(shape, dtype=dtypes.int32))
    if axes is not None and None not in shape:
        kept, scale = _static(shape, tuple(axes.reshape(-1)))
        return array_ops.tile(array_ops.reshape(grad, kept), scale)
    dynamic = array_ops.shape(op.inputs[0])
    with ops.colocate_with(dynamic):
        kept = math_ops.reduced_shape(dynamic, op.inputs[1])
        scale = _scale(dynamic, kept)
    return array_ops.tile(array_ops.reshape(grad, kept), scale)


def _static(shape: tuple[int, ...], axes: tuple[int, ...]) -> Any:
    """Kept shape and scale of a known shape; 1.15 left the ops in the graph the first time that it met one."""
    known = _known_shapes.setdefault(ops.get_default_graph(), {})
    if (shape, axes) not in known:
        math_ops.reduced_shape(shape, axes)
        kept = list(shape)
        for axis in axes:
            kept[axis] = 1
        _scale(shape, tuple(kept))
        scale = [size // max(left, 1) for size, left in zip(shape, kept, strict=True)]
        known[shape, axes] = tuple(kept), tuple(scale)
    return known[shape, axes]


@replaces_gradient("Sum")
def total(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    if context.executing_eagerly():
        return original(op, grad)
    return [_spread(op, grad), None]


@replaces_gradient("Mean")
def mean(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    if context.executing_eagerly():
        return original(op, grad)
    spread = _spread(op, grad)
    shapes = op.inputs[0]._shape_tuple(), op.outputs[0]._shape_tuple()
    if all(shape is not None and None not in shape for shape in shapes):
        whole, left = (int(np.prod(shape)) for shape in shapes)
        factor = constant_op.constant(whole // max(left, 1), dtype=spread.dtype)
    else:
        whole, left = array_ops.shape(op.inputs[0]), array_ops.shape(op.outputs[0])
        factor = _scale(math_ops.reduce_prod(whole), math_ops.reduce_prod(left))
    return math_ops.truediv(spread, math_ops.cast(factor, spread.dtype)), None


@replaces_gradient("Max", "Min")
def extremum(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    if context.executing_eagerly():
        return original(op, grad)
    kept = math_ops.reduced_shape(array_ops.shape(op.inputs[0]), op.inputs[1])
    y = array_ops.reshape(op.outputs[0], kept)
    grad = array_ops.reshape(grad, kept)
    hits = math_ops.cast(math_ops.equal(y, op.inputs[0]), grad.dtype)
    count = array_ops.reshape(math_ops.reduce_sum(hits, op.inputs[1]), kept)
    return [math_ops.divide(hits, count) * grad, None]


@replaces_gradient("Prod")
def product(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    if context.executing_eagerly():
        return original(op, grad)
    shape = array_ops.shape(op.inputs[0])
    axes = array_ops.reshape(op.inputs[1], [-1])
    kept = math_ops.reduced_shape(shape, op.inputs[1])
    scale = _scale(shape, kept)
    grad = array_ops.tile(array_ops.reshape(grad, kept), scale)
    with ops.device("/cpu:0"):
        rank = array_ops.rank(op.inputs[0])
        axes = math_ops.cast((axes + rank) % rank, dtypes.int32)
        others, _ = array_ops.setdiff1d(math_ops.range(0, rank), axes)
        order = array_ops.concat([axes, others], 0)
        rows = math_ops.reduce_prod(array_ops.gather(shape, axes))
        columns = math_ops.reduce_prod(array_ops.gather(shape, others))
    permuted = array_ops.transpose(op.inputs[0], order)
    permuted_shape = array_ops.shape(permuted)
    flat = array_ops.reshape(permuted, (rows, columns))
    before = math_ops.cumprod(flat, axis=0, exclusive=True)
    after = math_ops.cumprod(flat, axis=0, exclusive=True, reverse=True)
    y = array_ops.reshape(math_ops.conj(before) * math_ops.conj(after), permuted_shape)
    result = grad * array_ops.transpose(y, array_ops.invert_permutation(order))
    return array_ops.reshape(result, shape), None
