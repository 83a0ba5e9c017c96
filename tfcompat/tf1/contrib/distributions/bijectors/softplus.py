"""`Softplus`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after


class Softplus(Bijector):
    """`y = c * softplus(x / c)`, with `c` the `hinge_softness`, 1 by default."""

    def __init__(self, hinge_softness: Any = None, validate_args: bool = False, name: str = "softplus") -> None:
        with v1.name_scope(name, values=[hinge_softness]):
            self._hinge_softness = None
            if hinge_softness is not None:
                self._hinge_softness = v1.convert_to_tensor(hinge_softness, name="hinge_softness")
            if validate_args:
                zero = v1.convert_to_tensor(0, dtype=self.hinge_softness.dtype)
                message = "hinge_softness must be non-zero"
                check = v1.debugging.assert_none_equal(zero, self.hinge_softness, message=message)
                self._hinge_softness = after([check], self.hinge_softness)
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    @property
    def hinge_softness(self) -> Any:
        """How softly the two straight parts meet, or None for 1."""
        return self._hinge_softness

    def _forward(self, x: Any) -> Any:
        if self.hinge_softness is None:
            return v1.nn.softplus(x)
        softness = v1.cast(self.hinge_softness, x.dtype)
        return softness * v1.nn.softplus(x / softness)

    def _inverse(self, y: Any) -> Any:
        if self.hinge_softness is None:
            return util.softplus_inverse(y)
        softness = v1.cast(self.hinge_softness, y.dtype)
        return softness * util.softplus_inverse(y / softness)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        if self.hinge_softness is not None:
            y /= v1.cast(self.hinge_softness, y.dtype)
        return -v1.log(-v1.expm1(-y))

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        if self.hinge_softness is not None:
            x /= v1.cast(self.hinge_softness, x.dtype)
        return -v1.nn.softplus(-x)
