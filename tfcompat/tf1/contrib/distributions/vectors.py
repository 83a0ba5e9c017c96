"""Vectors made of independent scalars by a linear map: what the normal, the Laplace and the exponential share."""

from __future__ import annotations

from typing import Any, ClassVar

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scale_operators import is_diagonal_scale, shapes_from_loc_and_scale
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class LinearVectors(TransformedDistribution):
    """`loc + scale @ X`, where the elements of `X` are independent and have the variance `_variance_of_one`."""

    _variance_of_one: ClassVar[float] = 1.0

    @property
    def loc(self) -> Any:
        """What is added, or None."""
        return self.bijector.shift

    @property
    def scale(self) -> Any:
        """The linear operator that multiplies."""
        return self.bijector.scale

    def _shapes(self, loc: Any, scale: Any, name: str) -> tuple[Any, Any, Any]:
        """`loc` as a tensor, the shapes of batch and event, and the scope's name."""
        if scale is None:
            raise ValueError("Missing required `scale` parameter.")
        if not scale.dtype.is_floating:
            raise TypeError("`scale` parameter must have floating-point dtype.")
        with v1.name_scope(name, values=[loc]) as scope:
            loc = loc if loc is None else v1.convert_to_tensor(loc, name="loc")
            return loc, shapes_from_loc_and_scale(loc, scale), scope

    def _whole_shape(self) -> tuple[Any, bool]:
        """`batch_shape + event_shape`, and whether it is known before running."""
        shape = self.batch_shape.concatenate(self.event_shape)
        if shape.is_fully_defined():
            return shape, True
        return v1.concat([self.batch_shape_tensor(), self.event_shape_tensor()], 0), False

    def _loc_everywhere(self) -> Any:
        """`loc`, broadcast to `batch_shape + event_shape`; zeros if there is none."""
        shape, known = self._whole_shape()
        if self.loc is None:
            return v1.zeros(shape, self.dtype)
        if known and shape == self.loc.get_shape():
            return v1.identity(self.loc)
        return v1.identity(self.loc) + v1.zeros(shape, self.dtype)

    def _covariance(self) -> Any:
        if is_diagonal_scale(self.scale):
            return self._times(v1.matrix_diag(v1.square(self.scale.diag_part())))
        return self._times(self.scale.matmul(self.scale.to_dense(), adjoint_arg=True))

    def _variance(self) -> Any:
        if is_diagonal_scale(self.scale):
            return self._times(v1.square(self.scale.diag_part()))
        return self._times(v1.matrix_diag_part(self._squared_scale()))

    def _stddev(self) -> Any:
        if is_diagonal_scale(self.scale):
            return self._times(v1.abs(self.scale.diag_part()), 0.5)
        return self._times(v1.sqrt(v1.matrix_diag_part(self._squared_scale())), 0.5)

    def _squared_scale(self) -> Any:
        dense = self.scale.to_dense()
        if isinstance(self.scale, v1.linalg.LinearOperatorLowRankUpdate) and self.scale.is_self_adjoint:
            return self.scale.matmul(dense)
        return self.scale.matmul(dense, adjoint_arg=True)

    def _times(self, value: Any, power: float = 1.0) -> Any:
        factor = self._variance_of_one**power
        return value if factor == 1.0 else factor * value
