"""`Kumaraswamy`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after, init_scope


class Kumaraswamy(Bijector):
    """`y = (1 - (1 - x)**(1 / b))**(1 / a)` on the unit interval: turns uniform variables into Kumaraswamy's.

    `a` is `concentration1`, `b` is `concentration0`, both positive.
    """

    def __init__(
        self,
        concentration1: Any = None,
        concentration0: Any = None,
        validate_args: bool = False,
        name: str = "kumaraswamy",
    ) -> None:
        with init_scope(self, name, validate_args, [concentration1, concentration0]):
            self._concentration1 = _concentration(concentration1, "concentration1", validate_args)
            self._concentration0 = _concentration(concentration0, "concentration0", validate_args)
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    @property
    def concentration1(self) -> Any:
        """`a`: the power of the sample."""
        return self._concentration1

    @property
    def concentration0(self) -> Any:
        """`b`: the power of the complement."""
        return self._concentration0

    def _forward(self, x: Any) -> Any:
        complement = v1.exp(v1.log1p(-self._checked(x)) / self.concentration0)
        return v1.exp(v1.log1p(-complement) / self.concentration1)

    def _inverse(self, y: Any) -> Any:
        complement = (1 - self._checked(y) ** self.concentration1) ** self.concentration0
        return v1.exp(v1.log1p(-complement))

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        y, a, b = self._checked(y), self.concentration1, self.concentration0
        return v1.log(a) + v1.log(b) + (a - 1) * v1.log(y) + (b - 1) * v1.log1p(-(y**a))

    def _checked(self, x: Any) -> Any:
        if not self.validate_args:
            return x
        one = v1.ones([], self.concentration0.dtype)
        checks = [
            v1.assert_non_negative(x, message="sample must be non-negative"),
            v1.assert_less_equal(x, one, message="sample must be no larger than `1`."),
        ]
        return after(checks, x)


def _concentration(value: Any, name: str, validate_args: bool) -> Any:
    value = v1.convert_to_tensor(value, name=name)
    if not validate_args:
        return value
    return after([v1.assert_positive(value, message="Concentration parameter must be positive.")], value)
