"""What the bijectors share: the base class, and checks of arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tfcompat.backend.internals_distributions import bijector
from tfcompat.backend.v1api import v1

Bijector: Any = bijector.Bijector


def after(checks: Sequence[Any], value: Any) -> Any:
    """`value`, once the checks have run."""
    with v1.control_dependencies(list(checks)):
        return v1.identity(value)


def zero(like: Any) -> Any:
    """The log-determinant of a map that keeps volumes, in the type of `like`."""
    return v1.constant(0.0, dtype=like.dtype.base_dtype)


def init_scope(self: Any, name: str, validate_args: bool, values: Sequence[Any] = ()) -> Any:
    """The scope in which a bijector's parameters become tensors, before the base class's constructor."""
    self._graph_parents = []
    self._name = name
    self._validate_args = validate_args
    return self._name_scope("init", values=list(values))


def above_zero(value: Any, what: str, validate_args: bool) -> Any:
    """A parameter, checked to be positive if arguments are validated."""
    if not validate_args:
        return value
    return after([v1.assert_positive(value, message=f"Argument {what} was not positive")], value)


def in_unit_interval(y: Any, validate_args: bool) -> Any:
    """The argument of an inverse, checked to lie in [0, 1] if arguments are validated."""
    if not validate_args:
        return y
    message = "Inverse transformation input must be {}."
    low = v1.assert_non_negative(y, message=message.format("greater than 0"))
    one = v1.constant(1.0, y.dtype)
    high = v1.assert_less_equal(y, one, message=message.format("less than or equal to 1"))
    return after([low, high], y)
