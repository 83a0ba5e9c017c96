"""`Gumbel`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import check_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, above_zero, in_unit_interval, init_scope


class Gumbel(Bijector):
    """`y = exp(-exp(-(x - loc) / scale))`: the cumulative function of a Gumbel variable."""

    def __init__(self, loc: Any = 0.0, scale: Any = 1.0, validate_args: bool = False, name: str = "gumbel") -> None:
        with init_scope(self, name, validate_args, [loc, scale]):
            self._loc = v1.convert_to_tensor(loc, name="loc")
            self._scale = v1.convert_to_tensor(scale, name="scale")
            check_ops.assert_same_float_dtype([self._loc, self._scale])
            self._scale = above_zero(self._scale, "scale", validate_args)
        super().__init__(validate_args=validate_args, forward_min_event_ndims=0, name=name)

    @property
    def loc(self) -> Any:
        """Where the distribution is."""
        return self._loc

    @property
    def scale(self) -> Any:
        """How wide it is."""
        return self._scale

    def _forward(self, x: Any) -> Any:
        return v1.exp(-v1.exp(-(x - self.loc) / self.scale))

    def _inverse(self, y: Any) -> Any:
        return self.loc - self.scale * v1.log(-v1.log(in_unit_interval(y, self.validate_args)))

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        y = in_unit_interval(y, self.validate_args)
        return v1.log(self.scale / (-v1.log(y) * y))

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        z = (x - self.loc) / self.scale
        return -z - v1.exp(-z) - v1.log(self.scale)
