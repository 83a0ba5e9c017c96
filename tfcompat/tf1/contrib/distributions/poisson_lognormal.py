"""`PoissonLogNormalQuadratureCompound` and its quadratures."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import categorical, normal, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.mixtures import concat_vectors
from tfcompat.tf1.contrib.distributions.poisson import Poisson
from tfcompat.tf1.contrib.distributions.quadrature import gauss_hermite, midpoints, quantile_edges
from tfcompat.tf1.contrib.distributions.scalars import Scalars, parameter
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


def quadrature_scheme_lognormal_gauss_hermite(
    loc: Any, scale: Any, quadrature_size: int, validate_args: bool = False, name: str | None = None
) -> tuple[Any, Any]:
    """Points of a normal variable, `batch + [size]`, and their weights, `[size]`, by Gauss and Hermite."""
    with v1.name_scope(name, "vector_diffeomixture_quadrature_gauss_hermite", [loc, scale]):
        grid, probs = gauss_hermite(quadrature_size, loc.dtype)
        probs = v1.convert_to_tensor(probs, name="probs", dtype=loc.dtype)
        return loc[..., v1.newaxis] + np.sqrt(2.0) * scale[..., v1.newaxis] * grid, probs


def quadrature_scheme_lognormal_quantiles(
    loc: Any, scale: Any, quadrature_size: int, validate_args: bool = False, name: str | None = None
) -> tuple[Any, Any]:
    """Points of a log-normal variable, `batch + [size]`, between its quantiles, and equal weights, `[size]`."""
    with v1.name_scope(name, "quadrature_scheme_lognormal_quantiles", [loc, scale]):
        lognormal = TransformedDistribution(
            distribution=normal.Normal(loc=loc, scale=scale), bijector=bijectors.Exp(), validate_args=validate_args
        )
        edges, order = quantile_edges(lognormal, quadrature_size)
        quantiles = v1.transpose(lognormal.quantile(edges), order)
        shape = lognormal.batch_shape.concatenate([quadrature_size])
        return midpoints(quantiles, shape, quadrature_size, lognormal.dtype)


class PoissonLogNormalQuadratureCompound(Scalars):
    """A Poisson variable whose rate is log-normal with `loc` and `scale`; the integral over rates is a sum."""

    mixture_distribution = parameter("_mixture_distribution", "Which point of the quadrature: a `Categorical`.")
    distribution = parameter("_distribution", "The `Poisson` distributions at the points.")
    loc = parameter("_loc", "The mean of the logarithm of the rate.")
    scale = parameter("_scale", "Its standard deviation.")
    quadrature_size = parameter("_quadrature_size", "How many points.")

    def __init__(
        self,
        loc: Any,
        scale: Any,
        quadrature_size: int = 8,
        quadrature_fn: Any = quadrature_scheme_lognormal_quantiles,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "PoissonLogNormalQuadratureCompound",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[loc, scale]) as name:
            loc = loc if loc is None else v1.convert_to_tensor(loc, name="loc")
            if scale is not None:
                scale = v1.convert_to_tensor(scale, dtype=None if loc is None else loc.dtype, name="scale")
            grid, probs = quadrature_fn(loc, scale, quadrature_size, validate_args)
            if grid.dtype.base_dtype != probs.dtype.base_dtype:
                raise TypeError(
                    f"Quadrature grid dtype ({grid.dtype.name}) does not match quadrature probs dtype "
                    f"({probs.dtype.name})."
                )
            options = {"validate_args": validate_args, "allow_nan_stats": allow_nan_stats}
            self._distribution = Poisson(log_rate=grid, **options)  # type: ignore[arg-type]
            self._mixture_distribution = categorical.Categorical(logits=v1.log(probs), **options)
            self._loc, self._scale, self._quadrature_size = loc, scale, quadrature_size
            self._start(parameters, name, grid.dtype, [loc, scale], full=False)

    def _batch_shape_tensor(self) -> Any:
        logits = v1.shape(self.mixture_distribution.logits)
        return v1.broadcast_dynamic_shape(self.distribution.batch_shape_tensor(), logits)[:-1]

    def _batch_shape(self) -> Any:
        logits = self.mixture_distribution.logits.shape
        return v1.broadcast_static_shape(self.distribution.batch_shape, logits)[:-1]

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        batch_size = self.batch_shape.num_elements()
        if batch_size is None:
            batch_size = v1.reduce_prod(self.batch_shape_tensor())
        once = util.pick_vector(self.mixture_distribution.is_scalar_batch(), [batch_size], np.int32([]))
        ids = self._mixture_distribution.sample(
            sample_shape=concat_vectors([n], once),
            seed=util.gen_new_seed(seed, "poisson_lognormal_quadrature_compound"),
        )
        rows = util.pick_vector(self.is_scalar_batch(), np.int32([]), np.int32([-1]))
        ids = v1.reshape(ids, shape=concat_vectors([n], rows))
        size = self._quadrature_size
        ids += v1.range(start=0, limit=batch_size * size, delta=size, dtype=ids.dtype)
        rate = v1.gather(v1.reshape(self.distribution.rate, shape=[-1]), ids)
        rate = v1.reshape(rate, shape=concat_vectors([n], self.batch_shape_tensor()))
        return v1.random_poisson(lam=rate, shape=[], dtype=self.dtype, seed=seed)

    def _log_prob(self, x: Any) -> Any:
        logits = self.mixture_distribution.logits
        return v1.reduce_logsumexp(logits + self.distribution.log_prob(x[..., v1.newaxis]), axis=-1)

    def _mean(self) -> Any:
        log_rate = self.distribution.log_rate
        return v1.exp(v1.reduce_logsumexp(self.mixture_distribution.logits + log_rate, axis=-1))

    def _variance(self) -> Any:
        return v1.exp(self._log_variance())

    def _stddev(self) -> Any:
        return v1.exp(0.5 * self._log_variance())

    def _log_variance(self) -> Any:
        """The mean of the variance plus the variance of the mean, in logarithms."""
        apart = 2.0 * v1.log(v1.abs(self.distribution.mean() - self._mean()[..., v1.newaxis]))
        both = v1.stack([self.distribution.log_rate, apart], axis=-1)
        return v1.reduce_logsumexp(self.mixture_distribution.logits[..., v1.newaxis] + both, axis=[-2, -1])
