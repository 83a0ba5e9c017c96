"""Linear operators as named tuples, and norms."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1

__all__ = ["create_operator", "dot", "identity_operator", "l2norm", "l2norm_squared", "l2normalize"]


class LinearOperator(NamedTuple):
    """A matrix by what it does to a column, `apply`, and what its adjoint does."""

    shape: Any
    dtype: Any
    apply: Any
    apply_adjoint: Any


def create_operator(matrix: Any) -> LinearOperator:
    """The operator of a matrix."""
    return LinearOperator(
        _shape(matrix),
        matrix.dtype,
        lambda v: v1.matmul(matrix, v, adjoint_a=False),
        lambda v: v1.matmul(matrix, v, adjoint_a=True),
    )


def identity_operator(matrix: Any) -> LinearOperator:
    """The identity, of a matrix's shape and dtype."""
    return LinearOperator(_shape(matrix), matrix.dtype, lambda v: v, lambda v: v)


def _shape(matrix: Any) -> Any:
    shape = matrix.get_shape()
    return shape.as_list() if shape.is_fully_defined() else v1.shape(matrix)


def dot(x: Any, y: Any) -> Any:
    """The inner product, a scalar."""
    return v1.reduce_sum(v1.conj(x) * y)


def l2norm_squared(v: Any) -> Any:
    return v1.constant(2, dtype=v.dtype.base_dtype) * v1.nn.l2_loss(v)


def l2norm(v: Any) -> Any:
    return v1.sqrt(l2norm_squared(v))


def l2normalize(v: Any) -> tuple[Any, Any]:
    """The vector of length 1, and the length."""
    norm = l2norm(v)
    return v / norm, norm
