"""Mean and covariance of a `VectorDiffeomixture`: those of the mixture of its points."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import distribution as distribution_lib
from tfcompat.backend.internals_distributions import linear_operator_addition
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mixtures import concat_vectors

_Distribution: Any = distribution_lib.Distribution


class Moments(_Distribution):
    """The parts that need only the points' maps, their weights and the moments of the scalar distribution."""

    def _mean(self) -> Any:
        weights, mean = self._weights(), self._base_mean()
        terms = [weights[..., at] * each.forward(mean) for at, each in enumerate(self.interpolated_affine)]
        return sum(terms[1:], terms[0])

    def _covariance(self) -> Any:
        return self._inside(diag_only=False) + self._apart(diag_only=False)

    def _variance(self) -> Any:
        return self._inside(diag_only=True) + self._apart(diag_only=True)

    def _inside(self, diag_only: bool) -> Any:
        """The mean of the covariances at the points."""
        linalg, weights = v1.linalg, self.mixture_distribution.probs
        multiplier = diag = full = None
        for at, each in enumerate(self.interpolated_affine):
            weight, scale = weights[..., at, v1.newaxis], each.scale
            if scale is None or isinstance(scale, linalg.LinearOperatorIdentity):
                multiplier = _sum(multiplier, weight)
            elif isinstance(scale, linalg.LinearOperatorScaledIdentity):
                multiplier = _sum(multiplier, weight * v1.square(scale.multiplier))
            elif isinstance(scale, linalg.LinearOperatorDiag):
                diag = _sum(diag, weight * v1.square(scale.diag_part()))
            else:
                square = weight[..., v1.newaxis] * scale.matmul(scale.to_dense(), adjoint_arg=True)
                full = _sum(full, v1.matrix_diag_part(square) if diag_only else square)
        variance = self.distribution.variance()
        multiplier = None if multiplier is None else multiplier * variance
        diag = None if diag is None else diag * variance[..., v1.newaxis]
        full = None if full is None else full * variance[..., v1.newaxis]
        if diag_only:
            return self._diagonal(multiplier, diag, full)
        return self._matrix(multiplier, diag, full)

    def _diagonal(self, multiplier: Any, diag: Any, full: Any) -> Any:
        result = _sum(diag, full)
        if result is None:
            return multiplier[..., v1.newaxis] * v1.ones(self.event_shape_tensor(), dtype=self.dtype)
        return _sum(result, multiplier)

    def _matrix(self, multiplier: Any, diag: Any, full: Any) -> Any:
        linalg = v1.linalg
        definite = all(each.scale.is_positive_definite for each in self.endpoint_affine) or None
        parts = []
        if diag is not None:
            parts.append(linalg.LinearOperatorDiag(diag=diag, is_positive_definite=definite))
        if full is not None:
            parts.append(linalg.LinearOperatorFullMatrix(matrix=full, is_positive_definite=definite))
        if multiplier is not None:
            size = self.event_shape_tensor()[0]
            parts.append(
                linalg.LinearOperatorScaledIdentity(num_rows=size, multiplier=multiplier, is_positive_definite=definite)
            )
        return linear_operator_addition.add_operators(parts)[0].to_dense()

    def _apart(self, diag_only: bool) -> Any:
        """The covariance of the means at the points."""
        weights = self._weights()
        weights = weights if diag_only else weights[..., v1.newaxis, :]
        base, mean = self._base_mean(), self._mean()
        terms = []
        for at, each in enumerate(self.interpolated_affine):
            delta = each.forward(base) - mean
            square = v1.square(delta) if diag_only else delta[..., v1.newaxis] * delta[..., v1.newaxis, :]
            terms.append(weights[..., at] * square)
        return sum(terms[1:], terms[0])

    def _base_mean(self) -> Any:
        """The mean of one scalar, for each element of batch and event."""
        shape = concat_vectors(self.batch_shape_tensor(), self.event_shape_tensor())
        mean = v1.reshape(self.distribution.mean(), shape=v1.ones_like(shape, dtype=v1.int32))
        mean = v1.tile(mean, multiples=shape)
        mean.set_shape(self.batch_shape.concatenate(self.event_shape))
        return mean

    def _weights(self) -> Any:
        """The points' weights, shaped to broadcast against batches of vectors."""
        weights = self.mixture_distribution.probs
        size: Any = v1.dimension_value(weights.shape.with_rank_at_least(1)[-1])
        if size is None:
            size = v1.shape(weights)[-1]
        ndims = self.event_shape.ndims
        if ndims is None:
            ndims = v1.shape(self.event_shape_tensor())[0]
        batch = self.mixture_distribution.batch_shape_tensor()
        return v1.reshape(weights, shape=v1.concat([batch, v1.ones([ndims], dtype=v1.int32), [size]], axis=0))


def _sum(x: Any, y: Any) -> Any:
    if x is None:
        return y
    return x if y is None else x + y
