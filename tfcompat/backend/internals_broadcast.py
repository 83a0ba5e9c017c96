"""Undoing a broadcast in a gradient as TensorFlow 1.15 did: `SmartBroadcastGradientArgs` and its cache per graph."""

from __future__ import annotations

import weakref
from typing import Any

from tfcompat.backend.internals import array_ops, context, dtypes, gen_array_ops, math_ops, ops, tensor_lib

_axes: weakref.WeakKeyDictionary[Any, dict[Any, Any]] = weakref.WeakKeyDictionary()

Side = tuple[Any, Any, bool]


def sides(x: Any, y: Any, grad: Any) -> tuple[Side, Side]:
    """For each of two inputs: its shape, the axes to sum over, and whether there is anything to undo."""
    if context.executing_eagerly() or not all(isinstance(t, tensor_lib.Tensor) for t in (x, y, grad)):
        return always(x, y)
    shapes = x._shape_tuple(), y._shape_tuple()
    if any(shape is None or None in shape for shape in shapes):
        sx, sy = (array_ops.shape_internal(t, optimize=False, out_type=dtypes.int32) for t in (x, y))
        rx, ry = gen_array_ops.broadcast_gradient_args(sx, sy)
        return (sx, rx, True), (sy, ry, True)
    known = _axes.setdefault(ops.get_default_graph(), {})
    if shapes not in known:  # 1.15 left the op in the graph the first time that it met two shapes
        gen_array_ops.broadcast_gradient_args(*shapes)
        known[shapes] = _summed(*shapes), _summed(*shapes[::-1])
    rx, ry = known[shapes]
    result = grad._shape_tuple()
    return (shapes[0], rx, shapes[0] != result), (shapes[1], ry, shapes[1] != result)


def always(x: Any, y: Any) -> tuple[Side, Side]:
    """The same with shapes and axes computed in the graph, whatever is known."""
    sx, sy = array_ops.shape(x), array_ops.shape(y)
    rx, ry = gen_array_ops.broadcast_gradient_args(sx, sy)
    return (sx, rx, True), (sy, ry, True)


def undo(side: Side, grad: Any) -> Any:
    """A gradient summed back to the shape of its input."""
    shape, axes, needed = side
    return array_ops.reshape(math_ops.reduce_sum(grad, axes), shape) if needed else grad


def same_shape(x: Any, y: Any, grad: Any) -> bool:
    """True if all three have one fully known shape."""
    shape = x._shape_tuple()
    if not isinstance(grad, tensor_lib.Tensor) or shape is None or None in shape:
        return False
    return shape == y._shape_tuple() == grad._shape_tuple()


def _summed(mine: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """What the kernel of BroadcastGradientArgs answers for one side."""
    rank = max(len(mine), len(other))
    padded = (1,) * (rank - len(mine)) + mine
    facing = (1,) * (rank - len(other)) + other
    if padded == facing:
        return ()
    return tuple(axis for axis in range(rank) if padded[axis] == 1 and (facing[axis] != 1 or axis < rank - len(mine)))
