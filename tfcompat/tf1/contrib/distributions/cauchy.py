"""`tf.contrib.distributions.Cauchy`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.loc_scale import LocScale


class Cauchy(LocScale):
    """Density `1 / (pi scale (1 + z**2))` with `z = (x - loc) / scale`; mean and standard deviation do not exist."""

    def __init__(
        self, loc: Any, scale: Any, validate_args: bool = False, allow_nan_stats: bool = True, name: str = "Cauchy"
    ) -> None:
        self._start_loc_scale(dict(locals()))

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        shape = self._drawn_shape(n)
        return self._quantile(v1.random_uniform(shape=shape, minval=0.0, maxval=1.0, dtype=self.dtype, seed=seed))

    def _cdf(self, x: Any) -> Any:
        return v1.atan(self._z(x)) / np.pi + 0.5

    def _log_cdf(self, x: Any) -> Any:
        return v1.log1p(2 / np.pi * v1.atan(self._z(x))) - np.log(2)

    def _log_unnormalized_prob(self, x: Any) -> Any:
        return -v1.log1p(v1.square(self._z(x)))

    def _log_normalization(self) -> Any:
        return np.log(np.pi) + v1.log(self.scale)

    def _entropy(self) -> Any:
        return (np.log(4 * np.pi) + v1.log(self.scale)) * v1.ones_like(self.loc)

    def _quantile(self, p: Any) -> Any:
        return self.loc + self.scale * v1.tan(np.pi * (p - 0.5))

    def _mode(self) -> Any:
        return self.loc * v1.ones_like(self.scale)

    def _mean(self) -> Any:
        return self._undefined("mean")

    def _stddev(self) -> Any:
        return self._undefined("stddev")

    def _undefined(self, what: str) -> Any:
        if self.allow_nan_stats:
            return v1.fill(self.batch_shape_tensor(), self.dtype.as_numpy_dtype(np.nan))
        raise ValueError(f"`{what}` is undefined for Cauchy distribution.")
