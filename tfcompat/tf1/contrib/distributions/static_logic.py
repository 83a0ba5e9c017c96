"""Logic on shapes that is done in Python where the values are known, and in the graph where they are not."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mixtures import static_value


def logical_and(*args: Any) -> Any:
    """A bool tensor, constant if it can be told."""
    known = [static_value(each) for each in args]
    if any(each is not None and not bool(each) for each in known):
        return v1.constant(False)
    if all(each is not None and bool(each) for each in known):
        return v1.constant(True)
    return v1.logical_and(*args) if len(args) == 2 else v1.reduce_all(args)


def logical_equal(x: Any, y: Any) -> Any:
    """A bool tensor, constant if it can be told."""
    known = static_value(x), static_value(y)
    if known[0] is None or known[1] is None:
        return v1.equal(x, y)
    return v1.constant(np.array_equal(*known))


def logical_not(x: Any) -> Any:
    """A bool tensor, constant if it can be told."""
    known = static_value(x)
    return v1.logical_not(x) if known is None else v1.constant(np.logical_not(known))


def concat_vectors(*args: Any) -> Any:
    """The vectors end to end, a tensor; constant if all are known."""
    known = [static_value(each) for each in args]
    if any(each is None for each in known):
        return v1.concat(args, 0)
    return v1.constant([value for vector in known for value in vector])


def pick_scalar_condition(condition: Any, if_true: Any, if_false: Any) -> Any:
    """One of two values, chosen in Python if the condition is known."""
    known = static_value(condition)
    if known is None:
        return v1.where_v2(condition, if_true, if_false)
    return if_true if known else if_false


def ones_like(x: Any) -> Any:
    """Ones of the shape of `x`, by its static shape if that is known."""
    if x.get_shape().is_fully_defined():
        return v1.ones(x.get_shape().as_list(), dtype=x.dtype)
    return v1.ones_like(x)


def ndims_from_shape(shape: Any) -> Any:
    """The length of a vector that is a shape, an int32 scalar."""
    if shape.get_shape().ndims not in (None, 1):
        raise ValueError("input is not a valid shape: not 1D")
    if not shape.dtype.is_integer:
        raise TypeError("input is not a valid shape: wrong dtype")
    if shape.get_shape().is_fully_defined():
        return v1.constant(shape.get_shape().as_list()[0])
    return v1.shape(shape)[0]


def is_scalar_from_shape(shape: Any) -> Any:
    """Whether a shape is that of a scalar, a bool tensor."""
    return logical_equal(ndims_from_shape(shape), 0)
