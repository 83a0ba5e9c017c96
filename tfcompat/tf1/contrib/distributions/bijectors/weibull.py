"""`Weibull`, which 1.15 had in a file of its own without a public name."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import check_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import (
    Bijector,
    above_zero,
    after,
    in_unit_interval,
    init_scope,
)


class Weibull(Bijector):
    """`y = 1 - exp(-(x / scale)**concentration)`: the cumulative function of a Weibull variable."""

    def __init__(
        self, scale: Any = 1.0, concentration: Any = 1.0, validate_args: bool = False, name: str = "weibull"
    ) -> None:
        with init_scope(self, name, validate_args, [scale, concentration]):
            self._scale = v1.convert_to_tensor(scale, name="scale")
            self._concentration = v1.convert_to_tensor(concentration, name="concentration")
            check_ops.assert_same_float_dtype([self._scale, self._concentration])
            self._scale = above_zero(self._scale, "scale", validate_args)
            self._concentration = above_zero(self._concentration, "concentration", validate_args)
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    @property
    def scale(self) -> Any:
        """The `l` of the Weibull distribution."""
        return self._scale

    @property
    def concentration(self) -> Any:
        """The `k` of the Weibull distribution."""
        return self._concentration

    def _forward(self, x: Any) -> Any:
        return -v1.expm1(-((self._checked(x) / self.scale) ** self.concentration))

    def _inverse(self, y: Any) -> Any:
        y = in_unit_interval(y, self.validate_args)
        return self.scale * (-v1.log1p(-y)) ** (1 / self.concentration)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        log = v1.log1p(-in_unit_interval(y, self.validate_args))
        return -log + (1 / self.concentration - 1) * v1.log(-log) + v1.log(self.scale / self.concentration)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        x, k = self._checked(x), self.concentration
        return -((x / self.scale) ** k) + (k - 1) * v1.log(x) + v1.log(k) - k * v1.log(self.scale)

    def _checked(self, x: Any) -> Any:
        if not self.validate_args:
            return x
        return after([v1.assert_non_negative(x, message="Forward transformation input must be at least 0.")], x)
