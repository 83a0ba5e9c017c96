"""`tf.contrib.distributions.MixtureSameFamily`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import distribution, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mixtures import pad_mixture_dimensions
from tfcompat.tf1.contrib.distributions.scalars import parameter

_Distribution: Any = distribution.Distribution


class MixtureSameFamily(_Distribution):
    """A mixture whose components are the last batch dimension of one distribution."""

    mixture_distribution = parameter("_mixture_distribution", "Which component: a `Categorical`.")
    components_distribution = parameter("_components_distribution", "All components, along the last batch axis.")

    def __init__(
        self,
        mixture_distribution: Any,
        components_distribution: Any,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MixtureSameFamily",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name) as name:
            self._mixture_distribution = mixture_distribution
            self._components_distribution = components_distribution
            shape = components_distribution.event_shape_tensor()
            ndims = v1.dimension_value(shape.shape[0])
            self._event_ndims = v1.shape(shape)[0] if ndims is None else ndims
            checks = _type_checks(mixture_distribution, validate_args)
            checks += _shape_checks(mixture_distribution, components_distribution, validate_args)
            self._num_components, more = _count(mixture_distribution, components_distribution, validate_args)
            self._runtime_assertions = checks + more
            super().__init__(
                dtype=components_distribution.dtype,
                reparameterization_type=distribution.NOT_REPARAMETERIZED,
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                parameters=parameters,
                graph_parents=mixture_distribution._graph_parents + components_distribution._graph_parents,
                name=name,
            )

    def _batch_shape_tensor(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self.components_distribution.batch_shape_tensor()[:-1]

    def _batch_shape(self) -> Any:
        return self.components_distribution.batch_shape.with_rank_at_least(1)[:-1]

    def _event_shape_tensor(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self.components_distribution.event_shape_tensor()

    def _event_shape(self) -> Any:
        return self.components_distribution.event_shape

    def _sample_n(self, n: Any, seed: Any) -> Any:
        # The seed is not used: so it is in 1.15.
        with v1.control_dependencies(self._runtime_assertions):
            x = self.components_distribution.sample(n)
            dtype = x.dtype.as_numpy_dtype
            mask = v1.one_hot(
                indices=self.mixture_distribution.sample(n),
                depth=self._num_components,
                on_value=np.ones([], dtype=dtype),
                off_value=np.zeros([], dtype=dtype),
            )
            return v1.reduce_sum(x * self._padded(mask), axis=-1 - self._event_ndims)

    def _log_prob(self, x: Any) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self._log_mean(self.components_distribution.log_prob(self._pad_sample_dims(x)))

    def _log_cdf(self, x: Any) -> Any:
        return self._log_mean(self.components_distribution.log_cdf(self._pad_sample_dims(x)))

    def _log_mean(self, values: Any) -> Any:
        weights = v1.nn.log_softmax(self.mixture_distribution.logits, axis=-1)
        return v1.reduce_logsumexp(values + weights, axis=-1)

    def _mean(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            probs = self._padded(self.mixture_distribution.probs)
            return v1.reduce_sum(probs * self.components_distribution.mean(), axis=-1 - self._event_ndims)

    def _variance(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            probs = self._padded(self.mixture_distribution.probs)
            inside = v1.reduce_sum(probs * self.components_distribution.variance(), axis=-1 - self._event_ndims)
            apart = v1.math.squared_difference(self.components_distribution.mean(), self._pad_sample_dims(self._mean()))
            return inside + v1.reduce_sum(probs * apart, axis=-1 - self._event_ndims)

    def _covariance(self) -> Any:
        if self.event_shape.ndims != 1:
            raise NotImplementedError("covariance is not implemented")
        with v1.control_dependencies(self._runtime_assertions):
            probs = self._padded(self._padded(self.mixture_distribution.probs))
            inside = v1.reduce_sum(probs * self.components_distribution.covariance(), axis=-3)
            apart = self.components_distribution.mean() - self._pad_sample_dims(self._mean())
            outer = apart[..., v1.newaxis, :] * apart[..., v1.newaxis]
            return inside + v1.reduce_sum(probs * outer, axis=-3)

    def _padded(self, weights: Any) -> Any:
        return pad_mixture_dimensions(weights, self, self.mixture_distribution, self._event_shape().ndims)

    def _pad_sample_dims(self, x: Any) -> Any:
        """`x` with an axis for the components."""
        with v1.name_scope("pad_sample_dims", values=[x]):
            ndims = x.shape.ndims if x.shape.ndims is not None else v1.rank(x)
            shape = v1.shape(x)
            at = ndims - self._event_ndims
            return v1.reshape(x, shape=v1.concat([shape[:at], [1], shape[at:]], axis=0))


def _type_checks(mixture: Any, validate_args: bool) -> list[Any]:
    if not mixture.dtype.is_integer:
        raise ValueError(f"`mixture_distribution.dtype` ({mixture.dtype.name}) is not over integers")
    message = "`mixture_distribution` must have scalar `event_dim`s"
    if mixture.event_shape.ndims is not None and mixture.event_shape.ndims != 0:
        raise ValueError(message)
    if not validate_args:
        return []
    return [v1.assert_equal(v1.size(mixture.event_shape_tensor()), 0, message=message)]


def _shape_checks(mixture: Any, components: Any, validate_args: bool) -> list[Any]:
    ours = mixture.batch_shape
    theirs = components.batch_shape.with_rank_at_least(1)[:-1]
    if ours.is_fully_defined() and theirs.is_fully_defined():
        if ours.ndims != 0 and ours != theirs:
            raise ValueError(
                f"`mixture_distribution.batch_shape` (`{ours.as_list()}`) is not compatible with "
                f"`components_distribution.batch_shape` (`{theirs.as_list()}`)"
            )
        return []
    if not validate_args:
        return []
    theirs = components.batch_shape_tensor()[:-1]
    ours = util.pick_vector(mixture.is_scalar_batch(), theirs, mixture.batch_shape_tensor())
    message = "`mixture_distribution.batch_shape` is not compatible with `components_distribution.batch_shape`"
    return [v1.assert_equal(ours, theirs, message=message)]


def _count(mixture: Any, components: Any, validate_args: bool) -> tuple[Any, list[Any]]:
    """How many components there are, and the check that both say so."""
    ours: Any = v1.dimension_value(mixture.logits.shape.with_rank_at_least(1)[-1])
    theirs = v1.dimension_value(components.batch_shape.with_rank_at_least(1)[-1])
    if ours is not None and theirs is not None:
        if ours != theirs:
            raise ValueError(
                f"`mixture_distribution components` ({ours}) does not equal "
                f"`components_distribution.batch_shape[-1]` ({theirs})"
            )
        return ours, []
    if validate_args:
        ours = v1.shape(mixture.logits)[-1]
        theirs = components.batch_shape_tensor()[-1]
        message = "`mixture_distribution components` does not equal `components_distribution.batch_shape[-1:]`"
        return ours, [v1.assert_equal(ours, theirs, message=message)]
    return (v1.shape(mixture.logits)[-1] if ours is None else ours), []
