"""`tf.contrib.distributions.Logistic`."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.loc_scale import LocScale


class Logistic(LocScale):
    """The distribution whose cumulative function is `sigmoid((x - loc) / scale)`."""

    def __init__(
        self, loc: Any, scale: Any, validate_args: bool = False, allow_nan_stats: bool = True, name: str = "Logistic"
    ) -> None:
        self._start_loc_scale(dict(locals()))

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        # A plain uniform draw may be 0, whose logarithm no sample should be.
        uniform = self._open_uniform(self._drawn_shape(n), seed)
        return (v1.log(uniform) - v1.log1p(-1.0 * uniform)) * self.scale + self.loc

    def _log_cdf(self, x: Any) -> Any:
        return -v1.nn.softplus(-self._z(x))

    def _cdf(self, x: Any) -> Any:
        return v1.sigmoid(self._z(x))

    def _log_survival_function(self, x: Any) -> Any:
        return -v1.nn.softplus(self._z(x))

    def _survival_function(self, x: Any) -> Any:
        return v1.sigmoid(-self._z(x))

    def _log_unnormalized_prob(self, x: Any) -> Any:
        z = self._z(x)
        return -z - 2.0 * v1.nn.softplus(-z)

    def _entropy(self) -> Any:
        return 2 + v1.log(self.scale * v1.ones_like(self.loc))

    def _mean(self) -> Any:
        return self.loc * v1.ones_like(self.scale)

    def _stddev(self) -> Any:
        return self.scale * v1.ones_like(self.loc) * math.pi / math.sqrt(3)

    def _mode(self) -> Any:
        return self._mean()
