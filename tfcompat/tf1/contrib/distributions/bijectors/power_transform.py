"""`PowerTransform`, and `Exp`, which is the one of power 0."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after, init_scope


class PowerTransform(Bijector):
    """`y = (1 + x * power)**(1 / power)`, and `exp(x)` for power 0; `power` is a number, not negative."""

    def __init__(self, power: Any = 0.0, validate_args: bool = False, name: str = "power_transform") -> None:
        with init_scope(self, name, validate_args, [power]):
            power = v1.get_static_value(v1.convert_to_tensor(power, name="power"))
        if power is None or power < 0:
            raise ValueError("`power` must be a non-negative TF constant.")
        self._power = power
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    @property
    def power(self) -> Any:
        """The power, a NumPy scalar."""
        return self._power

    def _forward(self, x: Any) -> Any:
        x = self._checked_x(x)
        return v1.exp(x) if self.power == 0.0 else v1.exp(v1.log1p(x * self.power) / self.power)

    def _inverse(self, y: Any) -> Any:
        y = self._checked_y(y)
        return v1.log(y) if self.power == 0.0 else v1.expm1(v1.log(y) * self.power) / self.power

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return (self.power - 1.0) * v1.log(self._checked_y(y))

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        x = self._checked_x(x)
        return x if self.power == 0.0 else (1.0 / self.power - 1.0) * v1.log1p(x * self.power)

    def _checked_x(self, x: Any) -> Any:
        if not self.validate_args or self.power == 0.0:
            return x
        message = f"Forward transformation input must be at least {-1.0 / self.power}."
        return after([v1.assert_non_negative(1.0 + self.power * x, message=message)], x)

    def _checked_y(self, y: Any) -> Any:
        if not self.validate_args:
            return y
        return after([v1.assert_positive(y, message="Inverse transformation input must be greater than 0.")], y)


class Exp(PowerTransform):
    """`y = exp(x)`."""

    def __init__(self, validate_args: bool = False, name: str = "exp") -> None:
        super().__init__(validate_args=validate_args, name=name)
