"""`AbsoluteValue`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after, init_scope


class AbsoluteValue(Bijector):
    """`y = abs(x)`: not injective, so the inverse is a pair, `(-y, y)`."""

    def __init__(self, validate_args: bool = False, name: str = "absolute_value") -> None:
        with init_scope(self, name, validate_args):
            super().__init__(
                forward_min_event_ndims=0, is_constant_jacobian=True, validate_args=validate_args, name=name
            )

    def _forward(self, x: Any) -> Any:
        return v1.abs(x)

    def _inverse(self, y: Any) -> Any:
        y = self._after_check(y, y)
        return -y, y

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        zeros = self._after_check(y, v1.constant(0.0, dtype=y.dtype))
        return zeros, zeros

    def _after_check(self, y: Any, value: Any) -> Any:
        if not self.validate_args:
            return value
        return after([v1.assert_non_negative(y, message="Argument y was negative")], value)

    @property
    def _is_injective(self) -> bool:
        return False
