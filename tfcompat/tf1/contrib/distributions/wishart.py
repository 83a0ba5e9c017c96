"""`WishartCholesky` and `WishartFull`: distributions over positive definite matrices."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after
from tfcompat.tf1.contrib.distributions.wishart_operator import _WishartLinearOperator


class WishartCholesky(_WishartLinearOperator):
    """The scale is given by its Cholesky factor, `[..., k, k]`."""

    def __init__(
        self,
        df: Any,
        scale: Any,
        cholesky_input_output_matrices: bool = False,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "WishartCholesky",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[scale]) as name:
            with v1.name_scope("init", values=[scale]):
                scale = v1.convert_to_tensor(scale)
                if validate_args:
                    diag, shape = v1.matrix_diag_part(scale), v1.shape(scale)
                    positive = v1.assert_positive(diag, message="scale must be positive definite")
                    square = v1.assert_equal(shape[-1], shape[-2], message="scale must be square")
                    scale = after([positive, square], scale)
            super().__init__(
                df=df,
                scale_operator=_triangular(scale),
                cholesky_input_output_matrices=cholesky_input_output_matrices,
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                name=name,
            )
        self._parameters = parameters


class WishartFull(_WishartLinearOperator):
    """The scale is given whole, `[..., k, k]`, symmetric and positive definite."""

    def __init__(
        self,
        df: Any,
        scale: Any,
        cholesky_input_output_matrices: bool = False,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "WishartFull",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name) as name, v1.name_scope("init", values=[scale]):
            scale = v1.convert_to_tensor(scale)
            factor = v1.cholesky(util.assert_symmetric(scale) if validate_args else scale)
            checks = [v1.assert_positive(v1.matrix_diag_part(factor))] if validate_args else []
            factor = after(checks, factor)
        super().__init__(
            df=df,
            scale_operator=_triangular(factor),
            cholesky_input_output_matrices=cholesky_input_output_matrices,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
            name=name,
        )
        self._parameters = parameters


def _triangular(factor: Any) -> Any:
    return v1.linalg.LinearOperatorLowerTriangular(
        tril=factor, is_non_singular=True, is_positive_definite=True, is_square=True
    )
