"""Vectors of independent exponential elements under a linear map, and with a diagonal one."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import exponential
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.affine_linear_operator import AffineLinearOperator
from tfcompat.tf1.contrib.distributions.vectors import LinearVectors


class VectorExponentialLinearOperator(LinearVectors):
    """`loc + scale @ X` for standard exponential `X`; `scale` is a `tf.linalg.LinearOperator`."""

    def __init__(
        self,
        loc: Any = None,
        scale: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "VectorExponentialLinearOperator",
    ) -> None:
        parameters = dict(locals())
        loc, shapes, name = self._shapes(loc, scale, name)
        with v1.name_scope(name):
            super().__init__(
                distribution=exponential.Exponential(
                    rate=v1.ones([], dtype=scale.dtype), allow_nan_stats=allow_nan_stats
                ),
                bijector=AffineLinearOperator(shift=loc, scale=scale, validate_args=validate_args),
                batch_shape=shapes[0],
                event_shape=shapes[1],
                validate_args=validate_args,
                name=name,
            )
        self._parameters = parameters

    def _mean(self) -> Any:
        return self._moved(v1.ones)

    def _mode(self) -> Any:
        return self._moved(v1.zeros)

    def _moved(self, values: Any) -> Any:
        moved = self.bijector.scale.matvec(values(self._whole_shape()[0], self.dtype))
        return moved if self.loc is None else v1.identity(self.loc) + moved
