"""Shapes that `TransformedDistribution` is given to draw a scalar distribution over."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import static_logic
from tfcompat.tf1.contrib.distributions.scalars import after


def override(owner: Any, shape: Any, base_is_scalar: Any, validate_args: bool, name: str) -> tuple[Any, Any, bool]:
    """The shape as a vector (empty if there is none), whether it is one (a tensor), and whether it may be one."""
    shape = _checked(owner, shape, base_is_scalar, validate_args, name)
    is_override = static_logic.logical_not(
        static_logic.logical_equal(static_logic.ndims_from_shape(shape), owner._zero)
    )
    static = v1.get_static_value(shape)
    return shape, is_override, bool(static is None or static.size != 0)


def _checked(owner: Any, shape: Any, base_is_scalar: Any, validate_args: bool, name: str) -> Any:
    shape = v1.convert_to_tensor([] if shape is None else shape, dtype=v1.int32, name=name)
    if not shape.dtype.is_integer:
        raise TypeError("shape override must be an integer")
    is_scalar = static_logic.is_scalar_from_shape(shape)
    if v1.get_static_value(is_scalar):
        return owner._empty
    checks = []
    message = "shape override must be a vector"
    if shape.get_shape().ndims is not None:
        if shape.get_shape().ndims != 1:
            raise ValueError(message)
    elif validate_args:
        checks.append(v1.assert_rank(shape, 1, message=message))
    message = "shape override must have positive elements"
    static = v1.get_static_value(shape)
    if static is not None:
        if any(size <= 0 for size in static):
            raise ValueError(message)
    elif validate_args:
        checks.append(v1.assert_positive(shape, message=message))
    message = "base distribution not scalar"
    both = static_logic.logical_and(static_logic.logical_not(base_is_scalar), static_logic.logical_not(is_scalar))
    known = v1.get_static_value(both)
    if known is not None:
        if known:
            raise ValueError(message)
    elif validate_args:
        checks.append(v1.assert_equal(both, False, message=message))
    return after(checks, shape) if checks else shape
