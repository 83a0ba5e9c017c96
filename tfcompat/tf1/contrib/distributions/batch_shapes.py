"""The shapes that `BatchReshape` is given: made whole, and checked."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals import tensor_util
from tfcompat.backend.v1api import v1

_NO_BROADCAST = "Broadcasting is not supported; "


def expanded(original_shape: Any, new_shape: Any, validate: bool, name: str | None = None) -> tuple[Any, Any, Any]:
    """The new shape with its -1 filled in (array or tensor), what is known of it, and checks for when it is run."""
    static = tensor_util.constant_value_as_shape(new_shape)
    if static.is_fully_defined():
        return np.int32(static.as_list()), static, []
    with v1.name_scope(name, "calculate_reshape", [original_shape, new_shape]):
        size = v1.reduce_prod(original_shape)
        free = v1.equal(new_shape, -1)
        rest = size // v1.maximum(1, -v1.reduce_prod(new_shape))
        whole = v1.where_v2(free, v1.fill(v1.shape(new_shape), rest), new_shape)
        return whole, static, _run_checks(original_shape, new_shape, free, whole, size) if validate else []


def _run_checks(original_shape: Any, new_shape: Any, free: Any, whole: Any, size: Any) -> list[Any]:
    frees = v1.count_nonzero(free, dtype=v1.int32)
    return [
        v1.assert_rank(original_shape, 1, message="Original shape must be a vector."),
        v1.assert_rank(new_shape, 1, message="New shape must be a vector."),
        v1.assert_less_equal(frees, 1, message="At most one dimension can be unknown."),
        v1.assert_positive(whole, message="Shape elements must be >=-1."),
        v1.assert_equal(v1.reduce_prod(whole), size, message="Shape sizes do not match."),
    ]


def check_statically(distribution: Any, batch_shape: Any) -> None:
    """Raises ValueError for what can be told before running."""
    if batch_shape.shape.ndims is not None and batch_shape.shape.ndims != 1:
        raise ValueError(f"`batch_shape` must be a vector (saw rank: {batch_shape.shape.ndims}).")
    static = tensor_util.constant_value_as_shape(batch_shape)
    sizes = static.num_elements(), distribution.batch_shape.num_elements()
    if None not in sizes and sizes[0] != sizes[1]:
        raise ValueError(f"`batch_shape` size ({sizes[0]}) must match `distribution.batch_shape` size ({sizes[1]}).")
    if static.dims is not None and any(dim.value is not None and dim.value < 1 for dim in static.dims):
        raise ValueError("`batch_shape` elements must be >=-1.")


def argument_checks(distribution: Any, x: Any, batch_shape: Any) -> list[Any]:
    """That `x` ends in the shapes of batch and event: now where it is known, else when run."""
    with v1.name_scope("validate_sample_arg", values=[x]):
        batch, event = distribution.batch_shape, distribution.event_shape
        ndims: Any = v1.rank(x) if x.shape.ndims is None else x.shape.ndims
        event_ndims = v1.size(distribution.event_shape_tensor()) if event.ndims is None else event.ndims
        batch_ndims = v1.size(batch_shape) if batch.ndims is None else batch.ndims
        expected = batch_ndims + event_ndims
        checks = []
        if isinstance(ndims, int) and isinstance(expected, int):
            if ndims < expected:
                raise NotImplementedError(
                    f"{_NO_BROADCAST}too few batch and event dims (expected at least {expected}, saw {ndims})."
                )
        elif distribution.validate_args:
            message = f"{_NO_BROADCAST}too few batch and event dims."
            checks.append(v1.assert_greater_equal(ndims, expected, message=message))
        wanted, actual = _wanted(distribution), _actual(x, ndims - expected)
        if isinstance(wanted, np.ndarray) and isinstance(actual, np.ndarray):
            if any(wanted != actual):
                raise NotImplementedError(
                    f"{_NO_BROADCAST}unexpected batch and event shape (expected {wanted}, saw {actual})."
                )
            return checks
        if not distribution.validate_args:
            return []
        with v1.control_dependencies(checks):
            message = f"{_NO_BROADCAST}unexpected batch and event shape."
            return [v1.assert_equal(wanted, actual, message=message)]


def _wanted(distribution: Any) -> Any:
    batch, event = distribution.batch_shape, distribution.event_shape
    if batch.is_fully_defined() and event.is_fully_defined():
        return np.int32(batch.concatenate(event).as_list())
    return v1.concat([distribution.batch_shape_tensor(), distribution.event_shape_tensor()], axis=0)


def _actual(x: Any, sample_ndims: Any) -> Any:
    if isinstance(sample_ndims, int):
        tail = x.shape[max(sample_ndims, 0) :]
        if tail.is_fully_defined():
            return np.int32(tail.as_list())
    return v1.shape(x)[v1.maximum(sample_ndims, 0) :]
