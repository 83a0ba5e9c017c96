"""Vectors of independent Laplace elements under a linear map."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import laplace
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.affine_linear_operator import AffineLinearOperator
from tfcompat.tf1.contrib.distributions.vectors import LinearVectors


class VectorLaplaceLinearOperator(LinearVectors):
    """`loc + scale @ X` for standard Laplace `X`, whose elements have variance 2."""

    _variance_of_one = 2.0

    def __init__(
        self,
        loc: Any = None,
        scale: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "VectorLaplaceLinearOperator",
    ) -> None:
        parameters = dict(locals())
        loc, shapes, scope = self._shapes(loc, scale, name)
        with v1.name_scope(scope):
            super().__init__(
                distribution=laplace.Laplace(loc=v1.zeros([], dtype=scale.dtype), scale=v1.ones([], dtype=scale.dtype)),
                bijector=AffineLinearOperator(shift=loc, scale=scale, validate_args=validate_args),
                batch_shape=shapes[0],
                event_shape=shapes[1],
                validate_args=validate_args,
                name=name,
            )
        self._parameters = parameters

    def _mean(self) -> Any:
        return self._loc_everywhere()

    def _mode(self) -> Any:
        return self._mean()
