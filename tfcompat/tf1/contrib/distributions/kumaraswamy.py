"""`tf.contrib.distributions.Kumaraswamy`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import distribution, uniform
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.mixtures import get_broadcast_shape
from tfcompat.tf1.contrib.distributions.scalars import after
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class Kumaraswamy(TransformedDistribution):
    """The distribution on (0, 1) whose cumulative function is `1 - (1 - x**a)**b`.

    `a` is `concentration1`, `b` is `concentration0`; the mode exists where both are above 1.
    """

    def __init__(
        self,
        concentration1: Any = None,
        concentration0: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "Kumaraswamy",
    ) -> None:
        with v1.name_scope(name, values=[concentration1, concentration0]) as name:
            concentration1 = v1.convert_to_tensor(concentration1, name="concentration1")
            concentration0 = v1.convert_to_tensor(concentration0, name="concentration0")
        dtype = concentration1.dtype
        super().__init__(
            distribution=uniform.Uniform(
                low=v1.zeros([], dtype=dtype), high=v1.ones([], dtype=dtype), allow_nan_stats=allow_nan_stats
            ),
            bijector=bijectors.Kumaraswamy(
                concentration1=concentration1, concentration0=concentration0, validate_args=validate_args
            ),
            batch_shape=get_broadcast_shape(concentration1, concentration0),
            name=name,
        )
        self._reparameterization_type = distribution.FULLY_REPARAMETERIZED

    @property
    def concentration1(self) -> Any:
        """`a`: the power of the sample."""
        return self.bijector.concentration1

    @property
    def concentration0(self) -> Any:
        """`b`: the power of the complement."""
        return self.bijector.concentration0

    def _entropy(self) -> Any:
        a, b = self.concentration1, self.concentration0
        return 1 - 1.0 / a + (1 - 1.0 / b) * _harmonic_number(b) + v1.log(a) + v1.log(b)

    def _moment(self, n: int) -> Any:
        """The mean of `X**n`: `b * Beta(1 + n / a, b)`."""
        both = self.concentration1 + self.concentration0
        a = v1.ones_like(both, dtype=self.dtype) * self.concentration1
        b = v1.ones_like(both, dtype=self.dtype) * self.concentration0
        return v1.exp(v1.log(b) + v1.lbeta(v1.stack([1 + n / a, b], -1)))

    def _mean(self) -> Any:
        return self._moment(1)

    def _variance(self) -> Any:
        return self._moment(2) - v1.square(self._moment(1))

    def _mode(self) -> Any:
        a, b = self.concentration1, self.concentration0
        mode = ((a - 1) / (a * b - 1)) ** (1.0 / a)
        if self.allow_nan_stats:
            dtype = self.dtype.as_numpy_dtype
            nan = v1.fill(self.batch_shape_tensor(), np.array(np.nan, dtype=dtype), name="nan")
            return v1.where_v2((a > 1.0) & (b > 1.0), mode, nan)
        checks = [
            v1.assert_less(v1.ones([], dtype=a.dtype), each, message=f"Mode undefined for {name} <= 1.")
            for each, name in ((a, "concentration1"), (b, "concentration0"))
        ]
        return after(checks, mode)


def _harmonic_number(x: Any) -> Any:
    one = v1.ones([], dtype=x.dtype)
    return v1.digamma(x + one) - v1.digamma(one)
