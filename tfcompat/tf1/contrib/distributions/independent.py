"""`tf.contrib.distributions.Independent`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import distribution as distribution_lib
from tfcompat.backend.internals_distributions import kullback_leibler
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import parameter

_Distribution: Any = distribution_lib.Distribution


class Independent(_Distribution):
    """Independent draws as one event: the last `reinterpreted_batch_ndims` batch axes (all but one by default)."""

    distribution = parameter("_distribution", "What is drawn.")
    reinterpreted_batch_ndims = parameter("_reinterpreted_batch_ndims", "How many batch axes join the event.")

    def __init__(
        self,
        distribution: Any,
        reinterpreted_batch_ndims: Any = None,
        validate_args: bool = False,
        name: str | None = None,
    ) -> None:
        parameters = dict(locals())
        name = name or f"Independent{distribution.name}"
        self._distribution = distribution
        with v1.name_scope(name) as name:
            if reinterpreted_batch_ndims is None:
                reinterpreted_batch_ndims = _all_but_one(distribution)
            ndims = v1.convert_to_tensor(reinterpreted_batch_ndims, dtype=v1.int32, name="reinterpreted_batch_ndims")
            self._static_ndims = v1.get_static_value(ndims)
            self._reinterpreted_batch_ndims = ndims if self._static_ndims is None else self._static_ndims
            super().__init__(
                dtype=distribution.dtype,
                reparameterization_type=distribution.reparameterization_type,
                validate_args=validate_args,
                allow_nan_stats=distribution.allow_nan_stats,
                parameters=parameters,
                graph_parents=[ndims, *distribution._graph_parents],
                name=name,
            )
            self._runtime_assertions = self._checks(ndims, validate_args)

    def _batch_shape_tensor(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            shape = self.distribution.batch_shape_tensor()
            return shape[: _length(shape) - self.reinterpreted_batch_ndims]

    def _batch_shape(self) -> Any:
        shape = self.distribution.batch_shape
        if self._static_ndims is None or shape.ndims is None:
            return v1.TensorShape(None)
        return shape[: shape.ndims - self._static_ndims]

    def _event_shape_tensor(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            shape = self.distribution.batch_shape_tensor()
            joined = shape[_length(shape) - self.reinterpreted_batch_ndims :]
            return v1.concat([joined, self.distribution.event_shape_tensor()], axis=0)

    def _event_shape(self) -> Any:
        shape = self.distribution.batch_shape
        if self._static_ndims is None or shape.ndims is None:
            return v1.TensorShape(None)
        return shape[shape.ndims - self._static_ndims :].concatenate(self.distribution.event_shape)

    def _sample_n(self, n: Any, seed: Any) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self.distribution.sample(sample_shape=n, seed=seed)

    def _log_prob(self, x: Any) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self._reduce_sum(self.distribution.log_prob(x))

    def _entropy(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self._reduce_sum(self.distribution.entropy())

    def _mean(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self.distribution.mean()

    def _variance(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self.distribution.variance()

    def _stddev(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self.distribution.stddev()

    def _mode(self) -> Any:
        with v1.control_dependencies(self._runtime_assertions):
            return self.distribution.mode()

    def _reduce_sum(self, value: Any) -> Any:
        count = self._static_ndims
        axes: Any = v1.range(self._reinterpreted_batch_ndims) if count is None else np.arange(count)
        return v1.reduce_sum(value, axis=-1 - axes)

    def _checks(self, ndims: Any, validate_args: bool) -> list[Any]:
        batch_ndims = self.distribution.batch_shape.ndims
        message = "reinterpreted_batch_ndims{} cannot exceed distribution.batch_ndims{}"
        if batch_ndims is not None and self._static_ndims is not None:
            if self._static_ndims > batch_ndims:
                raise ValueError(message.format(f"({self._static_ndims})", f"({batch_ndims})"))
            return []
        if not validate_args:
            return []
        length = _length(self.distribution.batch_shape_tensor())
        return [v1.assert_less_equal(ndims, length, message=message.format("", ""))]


def _length(shape: Any) -> Any:
    static = v1.dimension_value(shape.shape.with_rank_at_least(1)[0])
    return v1.shape(shape)[0] if static is None else static


def _all_but_one(distribution: Any) -> Any:
    ndims = distribution.batch_shape.ndims
    if ndims is None:
        return v1.maximum(0, v1.shape(distribution.batch_shape_tensor())[0] - 1)
    return np.maximum(0, ndims - 1)


@kullback_leibler.RegisterKL(Independent, Independent)
def _kl(a: Any, b: Any, name: str = "kl_independent") -> Any:
    p, q = a.distribution, b.distribution
    divergence = kullback_leibler.kl_divergence
    if a.event_shape.is_fully_defined() and b.event_shape.is_fully_defined():
        if a.event_shape != b.event_shape:
            raise ValueError("Event shapes do not match.")
        if p.event_shape != q.event_shape:
            raise NotImplementedError("KL between Independents with different event shapes not supported.")
        count = a.event_shape.ndims - p.event_shape.ndims
        return v1.reduce_sum(divergence(p, q, name=name), axis=[-1 - at for at in range(count)])
    checks = [
        v1.assert_equal(a.event_shape_tensor(), b.event_shape_tensor()),
        v1.assert_equal(p.event_shape_tensor(), q.event_shape_tensor()),
    ]
    with v1.control_dependencies(checks):
        count = v1.size(a.event_shape_tensor()) - v1.size(p.event_shape_tensor())
        return v1.reduce_sum(divergence(p, q, name=name), axis=v1.range(-count, 0, 1))
