"""Checks of what goes into a SequenceQueueingStateSaver: now, as far as shapes are known, and again when run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tfcompat.backend.internals import tensor_lib, tensor_util
from tfcompat.backend.v1api import v1


def check_multiple_of(value: Any, multiple_of: Any) -> Any:
    """`value`, int scalar, a positive multiple."""
    told = [
        f"Tensor {value.name} should be a multiple of: ",
        v1.as_string(multiple_of),
        ", but saw value: ",
        v1.as_string(value),
        ". Consider setting pad=True.",
    ]
    good = v1.logical_and(v1.equal(v1.mod(value, multiple_of), 0), v1.not_equal(value, 0))
    with v1.control_dependencies([v1.Assert(good, [v1.string_join(told)])]):
        return v1.identity(value, name="multiple_of_checked")


def check_rank(value: Any, expected_rank: Any) -> Any:
    """`value` with that rank.

    Raises:
      ValueError: it is known to have another.
    """
    told = v1.string_join(
        [f"Rank of tensor {value.name} should be: ", v1.as_string(expected_rank), ", shape received:"]
    )
    with v1.control_dependencies([v1.Assert(v1.equal(expected_rank, v1.rank(value)), [told, v1.shape(value)])]):
        checked = v1.identity(value, name="rank_checked")
    known = tensor_util.constant_value(expected_rank) if _is_tensor(expected_rank) else expected_rank
    if known is not None:
        try:
            checked.set_shape(checked.get_shape().with_rank(int(known)))
        except ValueError as error:
            raise ValueError(f"Rank check failed for {value.name}: {error}") from None
    return checked


def check_shape(value: Any, expected_shape: Any) -> Any:
    """`value` with that shape, an int32 vector.

    Raises:
      ValueError: it is known to have another.
    """
    known = tensor_util.constant_value(expected_shape)
    expected: Any = expected_shape if known is None else [int(size) for size in known]
    value = check_rank(value, v1.size(expected) if known is None else len(expected))
    told = [
        f"Shape of tensor {value.name} should be: ",
        v1.as_string(expected),
        ", shape received: ",
        v1.as_string(v1.shape(value)),
    ]
    good = v1.reduce_all(v1.equal(expected, v1.shape(value)))
    with v1.control_dependencies([v1.Assert(good, [v1.string_join(told)])]):
        checked = v1.identity(value, name="shape_checked")
    if known is not None:
        try:
            checked.set_shape(checked.get_shape().merge_with(expected))
        except ValueError as error:
            raise ValueError(f"Shape check failed for {value.name}: {error}") from None
    return checked


def check_dimensions(value: Any, dimensions: Sequence[int], expected_sizes: Sequence[Any], debug_prefix: str) -> Any:
    """`value` with these sizes along some dimensions.

    Raises:
      ValueError: its static shape does not fit.
    """
    shape = value.get_shape()
    if shape.ndims is not None:
        if shape.ndims <= max(dimensions):
            raise ValueError(
                f"{debug_prefix}: rank of input is not greater than max(dimensions): {shape.ndims} vs. "
                f"{max(dimensions)}"
            )
        sizes = shape.as_list()
        for dimension, size in zip(dimensions, expected_sizes, strict=True):
            if not _is_tensor(size):
                sizes[dimension] = size
        try:
            value.set_shape(shape.merge_with(sizes))
        except ValueError as error:
            raise ValueError(f"Dimensions check failed for {debug_prefix}: {error}") from None
    checks = []
    for dimension, size in zip(dimensions, expected_sizes, strict=True):
        told = [
            f"Dimension {dimension} of tensor labeled {debug_prefix} should be: ",
            v1.as_string(size),
            ", shape received: ",
            v1.as_string(v1.shape(value)),
        ]
        checks.append(v1.Assert(v1.equal(size, v1.shape(value)[dimension]), [v1.string_join(told)]))
    with v1.control_dependencies(checks):
        return v1.identity(value, name=f"dims_checked_{debug_prefix}")


def check_names(what: str, table: Any, may_be_empty: bool, whole: str) -> None:
    """That `table` is a dictionary whose keys are strings without a colon.

    Raises:
      TypeError: it is not, or a key is no string.
      ValueError: a key has a colon, or the table is empty where it must not be.
    """
    if not isinstance(table, dict):
        raise TypeError(f"{whole} must be a dict")
    if not table and not may_be_empty:
        raise ValueError("must have at least one sequence tensor")
    for key in table:
        if not isinstance(key, str):
            raise TypeError(f"{what} must be string: {key}")
        if ":" in key:
            raise ValueError(f"{what} may not have a colon: '{key}'")


def check_defined(label: str, table: Mapping[str, Any], but_the_first: bool = False) -> None:
    """That all shapes are known, but for the first dimension if so said.

    Raises:
      ValueError: one is not.
    """
    for key, value in table.items():
        if not value.get_shape()[1 if but_the_first else 0 :].is_fully_defined():
            ignoring = "(ignoring first dimension)" if but_the_first else ""
            raise ValueError(f"Shape for {label} {key} is not fully defined {ignoring}: {value.get_shape()}")


def _is_tensor(value: Any) -> bool:
    return isinstance(value, tensor_lib.Tensor)
