"""`tf.contrib.distributions.InverseGamma`, and with parameters made positive by softplus."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import check_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import Scalars, after, int32_shapes, parameter, positive


class InverseGamma(Scalars):
    """One over a gamma variable; mean and variance exist for concentrations above 1 and 2."""

    _shaped_by = ("_concentration", "_rate")
    concentration = parameter("_concentration", "The shape parameter, positive.")
    rate = parameter("_rate", "The inverse scale, positive.")

    def __init__(
        self,
        concentration: Any,
        rate: Any,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "InverseGamma",
    ) -> None:
        parameters = dict(locals())
        values = [concentration, rate]
        with v1.name_scope(name, values=values) as name, positive(values, validate_args):
            self._concentration = v1.identity(concentration, name="concentration")
            self._rate = v1.identity(rate, name="rate")
            check_ops.assert_same_float_dtype([self._concentration, self._rate])
        parents = [self._concentration, self._rate]
        self._start(parameters, name, self._concentration.dtype, parents, full=False)

    @staticmethod
    def _param_shapes(sample_shape: Any) -> dict[str, Any]:
        return int32_shapes(("concentration", "rate"), sample_shape)

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        gamma = v1.random_gamma(shape=[n], alpha=self.concentration, beta=self.rate, dtype=self.dtype, seed=seed)
        return 1.0 / gamma

    def _log_prob(self, x: Any) -> Any:
        x = self._checked(x)
        log_unnormalized = -(1.0 + self.concentration) * v1.log(x) - self.rate / x
        return log_unnormalized - (v1.lgamma(self.concentration) - self.concentration * v1.log(self.rate))

    def _cdf(self, x: Any) -> Any:
        return v1.igammac(self.concentration, self.rate / self._checked(x))

    def _entropy(self) -> Any:
        a = self.concentration
        return a + v1.log(self.rate) + v1.lgamma(a) - (1.0 + a) * v1.digamma(a)

    def _mean(self) -> Any:
        mean = self.rate / (self.concentration - 1.0)
        return self._above(1, mean, "mean", lambda: v1.ones([], self.dtype))

    def _variance(self) -> Any:
        a = self.concentration
        variance = v1.square(self.rate) / v1.math.squared_difference(a, 1.0) / (a - 2.0)
        return self._above(2, variance, "variance", lambda: v1.constant(2.0, dtype=self.dtype))

    def _mode(self) -> Any:
        return self.rate / (1.0 + self.concentration)

    def _above(self, least: int, value: Any, what: str, bound: Any) -> Any:
        message = f"{what} undefined when any concentration <= {least}"
        return self._or_nan(
            value,
            lambda: self.concentration > float(least),
            lambda: [v1.assert_less(bound(), self.concentration, message=message)],
        )

    def _checked(self, x: Any) -> Any:
        check_ops.assert_same_float_dtype(tensors=[x], dtype=self.dtype)
        return after([v1.assert_positive(x)], x) if self.validate_args else x


class InverseGammaWithSoftplusConcentrationRate(InverseGamma):
    """`InverseGamma` with the softplus of both parameters."""

    def __init__(
        self,
        concentration: Any,
        rate: Any,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "InverseGammaWithSoftplusConcentrationRate",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[concentration, rate]) as name:
            super().__init__(
                concentration=v1.nn.softplus(concentration, name="softplus_concentration"),
                rate=v1.nn.softplus(rate, name="softplus_rate"),
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                name=name,
            )
        self._parameters = parameters
