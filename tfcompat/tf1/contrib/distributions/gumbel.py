"""The Gumbel distribution, which 1.15 kept to itself (`_Gumbel`)."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.loc_scale import LocScale


class _Gumbel(LocScale):
    """The distribution whose cumulative function is `exp(-exp(-(x - loc) / scale))`."""

    def __init__(
        self, loc: Any, scale: Any, validate_args: bool = False, allow_nan_stats: bool = True, name: str = "Gumbel"
    ) -> None:
        self._start_loc_scale(dict(locals()))

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        return -v1.log(-v1.log(self._open_uniform(self._drawn_shape(n), seed))) * self.scale + self.loc

    def _log_cdf(self, x: Any) -> Any:
        return -v1.exp(-self._z(x))

    def _cdf(self, x: Any) -> Any:
        return v1.exp(self._log_cdf(x))

    def _log_unnormalized_prob(self, x: Any) -> Any:
        z = self._z(x)
        return -z - v1.exp(-z)

    def _entropy(self) -> Any:
        return 1 + v1.log(self.scale * v1.ones_like(self.loc)) + np.euler_gamma

    def _mean(self) -> Any:
        return self.loc + self.scale * np.euler_gamma

    def _stddev(self) -> Any:
        return self.scale * v1.ones_like(self.loc) * math.pi / math.sqrt(6)

    def _mode(self) -> Any:
        return self.loc * v1.ones_like(self.scale)
