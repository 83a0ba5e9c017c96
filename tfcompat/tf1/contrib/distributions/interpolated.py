"""Between two affine maps: their shifts and scales mixed at each point of a grid, and the shapes of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from tfcompat.backend.internals_distributions import linear_operator_addition
from tfcompat.backend.v1api import v1


class Shapes(NamedTuple):
    """The shapes of batch and event, as far as they are known, and as tensors."""

    batch: Any
    batch_tensor: Any
    event: Any
    event_tensor: Any


def shapes_of_both(grid: Any, affine_maps: Sequence[Any]) -> Shapes:
    """What the grid and the maps broadcast to."""
    with v1.name_scope("determine_batch_event_shapes"):
        batch, batch_tensor = grid.shape[:-2], v1.shape(grid)[:-2]
        events: list[tuple[Any, Any]] = []
        for each in affine_maps:
            parts = []
            if each.shift is not None:
                shift = each.shift
                parts.append((shift.shape[:-1], v1.shape(shift)[:-1], shift.shape[-1:], v1.shape(shift)[-1:]))
            if each.scale is not None:
                size = each.scale.range_dimension_tensor()[v1.newaxis]
                event = v1.TensorShape([each.scale.range_dimension])
                parts.append((each.scale.batch_shape, each.scale.batch_shape_tensor(), event, size))
            for its_batch, its_batch_tensor, its_event, its_event_tensor in parts:
                batch = v1.broadcast_static_shape(batch, its_batch)
                batch_tensor = v1.broadcast_dynamic_shape(batch_tensor, its_batch_tensor)
                events.append((its_event, its_event_tensor))
        event, event_tensor = events[0]
        for its_event, its_event_tensor in events[1:]:
            event = v1.broadcast_static_shape(event, its_event)
            event_tensor = v1.broadcast_dynamic_shape(event_tensor, its_event_tensor)
        return Shapes(batch, batch_tensor, event, event_tensor)


def interpolate_loc(grid: Any, loc: Sequence[Any]) -> list[Any]:
    """The shift at each point of `grid`, `batch + [2, size]`; None where neither map has one."""
    size = _size(grid, len(loc))
    with v1.name_scope("interpolate_loc", values=[grid, *loc]):
        if loc[0] is None and loc[1] is None:
            return [None] * size
        weights = grid[..., v1.newaxis, :, :]
        first, second = (each if each is None else each[..., v1.newaxis] for each in loc)
        if first is None:
            mixed = weights[..., 1, :] * second
        elif second is None:
            mixed = weights[..., 0, :] * first
        else:
            mixed = weights[..., 0, :] * (first - second) + second
        return [mixed[..., at] for at in range(size)]


def interpolate_scale(grid: Any, scale: Sequence[Any]) -> list[Any]:
    """The linear operator at each point of `grid`, `batch + [2, size]`."""
    size = _size(grid, len(scale))
    with v1.name_scope("interpolate_scale", values=[grid]):
        return [
            linear_operator_addition.add_operators(
                [linop_scale(grid[..., which, at], each) for which, each in enumerate(scale)]
            )[0]
            for at in range(size)
        ]


def linop_scale(w: Any, op: Any) -> Any:
    """`w * op`, for operators whose multiples are of the same kind; `w` is a batch of scalars."""
    linalg = v1.linalg
    hints = {
        "is_non_singular": op.is_non_singular,
        "is_self_adjoint": op.is_self_adjoint,
        "is_positive_definite": op.is_positive_definite,
    }
    with v1.name_scope("linop_scale", values=[w]):
        if isinstance(op, linalg.LinearOperatorIdentity):
            return linalg.LinearOperatorScaledIdentity(op.range_dimension_tensor(), w, **hints)
        if isinstance(op, linalg.LinearOperatorScaledIdentity):
            return linalg.LinearOperatorScaledIdentity(op.range_dimension_tensor(), w * op.multiplier, **hints)
        if isinstance(op, linalg.LinearOperatorDiag):
            return linalg.LinearOperatorDiag(w[..., v1.newaxis] * op.diag_part(), **hints)
        if isinstance(op, linalg.LinearOperatorLowerTriangular):
            factor = w[..., v1.newaxis, v1.newaxis]
            return linalg.LinearOperatorLowerTriangular(factor * op.to_dense(), **hints)
        raise NotImplementedError(f"Unsupported Linop type ({type(op).__name__})")


def _size(grid: Any, count: int) -> int:
    if count != 2:
        raise NotImplementedError(f"Currently only bimixtures are supported; len(scale)={count} is not 2.")
    size = v1.dimension_value(grid.shape.with_rank_at_least(1)[-1])
    if size is None:
        raise ValueError("Num quadrature grid points must be known prior to graph execution.")
    return int(size)
