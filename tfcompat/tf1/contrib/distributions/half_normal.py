"""`tf.contrib.distributions.HalfNormal`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import special_math
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import Scalars, int32_shapes, parameter, positive


class HalfNormal(Scalars):
    """The absolute value of a normal variable with mean 0 and standard deviation `scale`."""

    _shaped_by = ("_scale",)
    scale = parameter("_scale", "The standard deviation before the absolute value.")

    def __init__(
        self, scale: Any, validate_args: bool = False, allow_nan_stats: bool = True, name: str = "HalfNormal"
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[scale]) as name, positive([scale], validate_args):
            self._scale = v1.identity(scale, name="scale")
        self._start(parameters, name, self._scale.dtype, [self._scale], full=True)

    @staticmethod
    def _param_shapes(sample_shape: Any) -> dict[str, Any]:
        return int32_shapes(("scale",), sample_shape)

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        drawn = v1.random_normal(shape=self._drawn_shape(n), mean=0.0, stddev=1.0, dtype=self.dtype, seed=seed)
        return v1.abs(drawn * self.scale)

    def _prob(self, x: Any) -> Any:
        density = np.sqrt(2) / self.scale / np.sqrt(np.pi) * v1.exp(-0.5 * (x / self.scale) ** 2)
        return density * v1.cast(x >= 0, self.dtype)

    def _cdf(self, x: Any) -> Any:
        return v1.erf(v1.nn.relu(x) / self.scale / np.sqrt(2.0))

    def _entropy(self) -> Any:
        return 0.5 * v1.log(np.pi * self.scale**2.0 / 2.0) + 0.5

    def _mean(self) -> Any:
        return self.scale * np.sqrt(2.0) / np.sqrt(np.pi)

    def _quantile(self, p: Any) -> Any:
        return np.sqrt(2.0) * self.scale * special_math.erfinv(p)

    def _mode(self) -> Any:
        return v1.zeros(self.batch_shape_tensor())

    def _variance(self) -> Any:
        return self.scale**2.0 * (1.0 - 2.0 / np.pi)
