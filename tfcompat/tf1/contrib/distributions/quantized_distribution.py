"""`tf.contrib.distributions.QuantizedDistribution`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals import check_ops
from tfcompat.backend.internals_distributions import distribution as distribution_lib
from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after, parameter

_Distribution: Any = distribution_lib.Distribution


class QuantizedDistribution(_Distribution):
    """`ceil(X)`, cut off at `low` and `high` (whole numbers or None), for `X` of `distribution`."""

    distribution = parameter("_dist", "What is rounded.")
    low = parameter("_low", "The least value, or None.")
    high = parameter("_high", "The greatest value, or None.")

    def __init__(
        self,
        distribution: Any,
        low: Any = None,
        high: Any = None,
        validate_args: bool = False,
        name: str = "QuantizedDistribution",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[*distribution.parameters.values(), low, high]) as name:
            self._dist = distribution
            low = low if low is None else v1.convert_to_tensor(low, name="low")
            high = high if high is None else v1.convert_to_tensor(high, name="high")
            check_ops.assert_same_float_dtype(tensors=[distribution, low, high])
            self._validate_args = validate_args
            checks = []
            if validate_args and low is not None and high is not None:
                checks.append(v1.assert_less(low, high, message="low must be strictly less than high."))
            with v1.control_dependencies(checks):
                self._low = low if low is None else self._whole(low)
                self._high = high if high is None else self._whole(high)
        bounds = [bound for bound in (self._low, self._high) if bound is not None]
        super().__init__(
            dtype=distribution.dtype,
            reparameterization_type=distribution_lib.NOT_REPARAMETERIZED,
            validate_args=validate_args,
            allow_nan_stats=distribution.allow_nan_stats,
            parameters=parameters,
            graph_parents=distribution._graph_parents + bounds,
            name=name,
        )

    def _batch_shape_tensor(self) -> Any:
        return self.distribution.batch_shape_tensor()

    def _batch_shape(self) -> Any:
        return self.distribution.batch_shape

    def _event_shape_tensor(self) -> Any:
        return self.distribution.event_shape_tensor()

    def _event_shape(self) -> Any:
        return self.distribution.event_shape

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        with v1.name_scope("transform"):
            samples = self.distribution.sample(v1.convert_to_tensor(n, name="n"), seed=seed)
            ones = v1.ones_like(samples)
            rounded = v1.ceil(samples)
            if self._low is not None:
                rounded = v1.where(rounded < self._low, self._low * ones, rounded)
            if self._high is not None:
                rounded = v1.where(rounded > self._high, self._high * ones, rounded)
            return rounded

    def _log_prob(self, y: Any) -> Any:
        self._needs("log_prob", "log_cdf")
        y = self._whole(y)
        try:
            above = self.log_survival_function(y), self.log_survival_function(y - 1)
        except NotImplementedError:
            return _log_of_difference(self.log_cdf(y), self.log_cdf(y - 1))
        below = self.log_cdf(y), self.log_cdf(y - 1)
        # The difference of two small numbers is the more exact one.
        big = v1.where(above[0] < below[0], above[1], below[0])
        small = v1.where(above[0] < below[0], above[0], below[1])
        return _log_of_difference(big, small)

    def _prob(self, y: Any) -> Any:
        self._needs("prob", "cdf")
        y = self._whole(y)
        try:
            above = self.survival_function(y), self.survival_function(y - 1)
        except NotImplementedError:
            return self.cdf(y) - self.cdf(y - 1)
        below = self.cdf(y), self.cdf(y - 1)
        return v1.where(above[0] < below[0], above[1] - above[0], below[0] - below[1])

    def _log_cdf(self, y: Any) -> Any:
        return self._cut(v1.floor(y), self.distribution.log_cdf, -np.inf, 0)

    def _cdf(self, y: Any) -> Any:
        return self._cut(v1.floor(y), self.distribution.cdf, 0, 1)

    def _log_survival_function(self, y: Any) -> Any:
        return self._cut(v1.ceil(y), self.distribution.log_survival_function, 0, -np.inf)

    def _survival_function(self, y: Any) -> Any:
        return self._cut(v1.ceil(y), self.distribution.survival_function, 1, 0)

    def _cut(self, whole: Any, function: Any, below: Any, above: Any) -> Any:
        """`function`, but `below` under the least value, and `above` from the greatest on."""
        result = function(whole)
        whole += v1.zeros_like(result)
        if self._low is not None:
            result = v1.where(whole < self._low, _filled(below, result), result)
        if self._high is not None:
            result = v1.where(whole >= self._high, _filled(above, result), result)
        return result

    def _needs(self, what: str, base: str) -> None:
        if not hasattr(self.distribution, f"_{base}"):
            raise NotImplementedError(f"'{what}' not implemented unless the base distribution implements '{base}'")

    def _whole(self, value: Any) -> Any:
        with v1.name_scope("check_integer", values=[value]):
            value = v1.convert_to_tensor(value, name="value")
            if not self.validate_args:
                return value
            check = util.assert_integer_form(value, message="value has non-integer components.")
            return after([check], value)


def _filled(value: Any, like: Any) -> Any:
    if value == 0:
        return v1.zeros_like(like)
    return v1.ones_like(like) if value == 1 else value * v1.ones_like(like)


def _log_of_difference(big: Any, small: Any) -> Any:
    """`log(exp(big) - exp(small))`."""
    with v1.name_scope("logsum_expbig_minus_expsmall", values=[small, big]):
        return v1.log(1.0 - v1.exp(small - big)) + big
