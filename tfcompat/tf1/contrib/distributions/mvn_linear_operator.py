"""Multivariate normal distributions: the general one, by a linear operator."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import kullback_leibler, normal
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.affine_linear_operator import AffineLinearOperator
from tfcompat.tf1.contrib.distributions.scale_operators import is_diagonal_scale
from tfcompat.tf1.contrib.distributions.vectors import LinearVectors


class MultivariateNormalLinearOperator(LinearVectors):
    """`loc + scale @ Z` for standard normal `Z`; `scale` is a `tf.linalg.LinearOperator`, `loc` may be missing."""

    def __init__(
        self,
        loc: Any = None,
        scale: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MultivariateNormalLinearOperator",
    ) -> None:
        parameters = dict(locals())
        loc, shapes, name = self._shapes(loc, scale, name)
        super().__init__(
            distribution=normal.Normal(loc=v1.zeros([], dtype=scale.dtype), scale=v1.ones([], dtype=scale.dtype)),
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


@kullback_leibler.RegisterKL(MultivariateNormalLinearOperator, MultivariateNormalLinearOperator)
def _kl(a: Any, b: Any, name: str | None = None) -> Any:
    with v1.name_scope(name, "kl_mvn", values=[a.loc, b.loc]):
        if is_diagonal_scale(a.scale) and is_diagonal_scale(b.scale):
            ratio = (a.stddev() / b.stddev())[..., v1.newaxis]
        else:
            ratio = b.scale.solve(a.scale.to_dense())
        size = v1.cast(a.scale.domain_dimension_tensor(), a.dtype)
        shift = b.scale.solve((b.mean() - a.mean())[..., v1.newaxis])
        determinants = b.scale.log_abs_determinant() - a.scale.log_abs_determinant()
        divergence = determinants + 0.5 * (-size + _squared_norm(ratio) + _squared_norm(shift))
        divergence.set_shape(v1.broadcast_static_shape(a.batch_shape, b.batch_shape))
        return divergence


def _squared_norm(matrix: Any) -> Any:
    return v1.reduce_sum(v1.square(matrix), axis=[-2, -1])
