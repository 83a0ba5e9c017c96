"""`tf.contrib.distributions.Poisson`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import Scalars, parameter, positive


class Poisson(Scalars):
    """Counts of events of a given `rate`, or of its logarithm: exactly one of them."""

    _shaped_by = ("_rate",)
    rate = parameter("_rate", "Mean and variance.")
    log_rate = parameter("_log_rate", "The logarithm of the rate.")

    def __init__(
        self,
        rate: Any = None,
        log_rate: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "Poisson",
    ) -> None:
        parameters = dict(locals())
        if (rate is None) == (log_rate is None):
            raise ValueError("Must specify exactly one of `rate` and `log_rate`.")
        with v1.name_scope(name, values=[rate]) as name:
            if log_rate is None:
                rate = _floating(rate, "rate")
                with positive([rate], validate_args):
                    self._rate = v1.identity(rate, name="rate")
                    self._log_rate = v1.log(rate, name="log_rate")
            else:
                self._log_rate = _floating(log_rate, "log_rate")
                self._rate = v1.exp(self._log_rate, name="rate")
        self._start(parameters, name, self._rate.dtype, [self._rate], full=False)

    def _log_prob(self, x: Any) -> Any:
        x = self._counts(x)
        return x * self.log_rate - v1.lgamma(1.0 + x) - self.rate

    def _log_cdf(self, x: Any) -> Any:
        return v1.log(self.cdf(x))

    def _cdf(self, x: Any) -> Any:
        return v1.igammac(1.0 + self._counts(x), self.rate)

    def _mean(self) -> Any:
        return v1.identity(self.rate)

    def _variance(self) -> Any:
        return v1.identity(self.rate)

    def _mode(self) -> Any:
        return v1.floor(self.rate)

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        return v1.random_poisson(self.rate, [n], dtype=self.dtype, seed=seed)


def _floating(value: Any, name: str) -> Any:
    tensor = v1.convert_to_tensor(value, name=name)
    if not tensor.dtype.is_floating:
        raise TypeError(f"{name}.dtype ({tensor.dtype.name}) is a not a float-type.")
    return tensor
