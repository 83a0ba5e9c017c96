"""`tf.contrib.distributions.BatchReshape`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import distribution as distribution_lib
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.batch_shapes import argument_checks, check_statically, expanded
from tfcompat.tf1.contrib.distributions.scalars import parameter

_Distribution: Any = distribution_lib.Distribution


class BatchReshape(_Distribution):
    """A distribution whose batch has another shape; one element of `batch_shape` may be -1."""

    distribution = parameter("_distribution", "What has the other shape.")

    def __init__(
        self,
        distribution: Any,
        batch_shape: Any,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str | None = None,
    ) -> None:
        parameters = dict(locals())
        name = name or f"BatchReshape{distribution.name}"
        with v1.name_scope(name, values=[batch_shape]) as name:
            given = v1.convert_to_tensor(batch_shape, dtype=v1.int32, name="batch_shape")
            check_statically(distribution, given)
            self._batch_shape_unexpanded = given
            self._batch_shape_, self._batch_shape_static, self._runtime_assertions = expanded(
                distribution.batch_shape_tensor(), given, validate_args
            )
            self._distribution = distribution
            super().__init__(
                dtype=distribution.dtype,
                reparameterization_type=distribution.reparameterization_type,
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                parameters=parameters,
                graph_parents=[given, *distribution._graph_parents],
                name=name,
            )

    def _batch_shape_tensor(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return v1.identity(self._batch_shape_)

    def _batch_shape(self) -> Any:
        return self._batch_shape_static

    def _event_shape_tensor(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return v1.identity(self.distribution.event_shape_tensor())

    def _event_shape(self) -> Any:
        return self.distribution.event_shape

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            x = self.distribution.sample(sample_shape=n, seed=seed)
            shape = v1.concat([[n], self._batch_shape_unexpanded, self.event_shape_tensor()], axis=0)
            return v1.reshape(x, shape)

    def _log_prob(self, x: Any) -> Any:
        return self._of_reshaped("log_prob", x)

    def _prob(self, x: Any) -> Any:
        return self._of_reshaped("prob", x)

    def _log_cdf(self, x: Any) -> Any:
        return self._of_reshaped("log_cdf", x)

    def _cdf(self, x: Any) -> Any:
        return self._of_reshaped("cdf", x)

    def _log_survival_function(self, x: Any) -> Any:
        return self._of_reshaped("log_survival_function", x)

    def _survival_function(self, x: Any) -> Any:
        return self._of_reshaped("survival_function", x)

    def _entropy(self) -> Any:
        return self._reshaped(self.distribution.entropy, [])

    def _mean(self) -> Any:
        return self._reshaped(self.distribution.mean, [self._event_shape_tensor()])

    def _mode(self) -> Any:
        return self._reshaped(self.distribution.mode, [self._event_shape_tensor()])

    def _stddev(self) -> Any:
        return self._reshaped(self.distribution.stddev, [self._event_shape_tensor()])

    def _variance(self) -> Any:
        return self._reshaped(self.distribution.variance, [self._event_shape_tensor()])

    def _covariance(self) -> Any:
        return self._reshaped(self.distribution.covariance, [self.event_shape_tensor()] * 2)

    def _of_reshaped(self, what: str, x: Any) -> Any:
        """What the distribution answers for `x` in its own batch shape."""
        checks = argument_checks(self, x, self._batch_shape_unexpanded)
        with v1.control_dependencies(self._runtime_assertions + checks):
            samples, static = self._sample_shape(x)
            own = v1.concat([samples, self.distribution.batch_shape_tensor(), self.event_shape_tensor()], axis=0)
            result = getattr(self.distribution, what)(v1.reshape(x, own))
            result = v1.reshape(result, v1.concat([samples, self._batch_shape_unexpanded], axis=0))
            if static.ndims is not None and self.batch_shape.ndims is not None:
                result.set_shape(result.shape.merge_with(static.concatenate(self.batch_shape)))
            return result

    def _reshaped(self, function: Any, event_shapes: list[Any]) -> Any:
        """What the distribution answers, in the new shape, which ends in some event shapes."""
        with v1.control_dependencies(self._runtime_assertions):
            shape = v1.concat([self._batch_shape_unexpanded, *event_shapes], axis=0)
            result = v1.reshape(function(), shape)
            if self.batch_shape.ndims is not None and self.event_shape.ndims is not None:
                static = self.batch_shape
                for _ in event_shapes:
                    static = static.concatenate(self.event_shape)
                result.set_shape(result.shape.merge_with(static))
            return result

    def _sample_shape(self, x: Any) -> tuple[Any, Any]:
        ndims = x.shape.ndims
        known = ndims is not None and self.batch_shape.ndims is not None and self.event_shape.ndims is not None
        if known:
            count: Any = ndims - self.batch_shape.ndims - self.event_shape.ndims
            static = x.shape[:count]
            if static.is_fully_defined():
                return np.int32(static.as_list()), static
            return v1.shape(x)[:count], static
        count = v1.rank(x) - v1.size(self._batch_shape_unexpanded) - v1.size(self.event_shape_tensor())
        return v1.shape(x)[:count], v1.TensorShape(None)
