"""`AffineScalar`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after, init_scope, zero


class AffineScalar(Bijector):
    """`y = scale * x + shift`, element by element; either may be missing."""

    def __init__(
        self, shift: Any = None, scale: Any = None, validate_args: bool = False, name: str = "affine_scalar"
    ) -> None:
        with init_scope(self, name, validate_args, [scale, shift]):
            self._shift, self._scale = shift, scale
            if shift is not None:
                self._shift = v1.convert_to_tensor(shift, name="shift")
            if scale is not None:
                self._scale = v1.convert_to_tensor(scale, name="scale")
                if validate_args:
                    nonzero = v1.debugging.assert_none_equal(self._scale, v1.zeros([], dtype=self._scale.dtype))
                    self._scale = after([nonzero], self._scale)
            super().__init__(
                forward_min_event_ndims=0, is_constant_jacobian=True, validate_args=validate_args, name=name
            )

    @property
    def shift(self) -> Any:
        """What is added, or None."""
        return self._shift

    @property
    def scale(self) -> Any:
        """What is multiplied, or None."""
        return self._scale

    def _forward(self, x: Any) -> Any:
        y = v1.identity(x)
        if self.scale is not None:
            y *= self.scale
        return y if self.shift is None else y + self.shift

    def _inverse(self, y: Any) -> Any:
        x = v1.identity(y)
        if self.shift is not None:
            x -= self.shift
        return x if self.scale is None else x / self.scale

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return zero(x) if self.scale is None else v1.log(v1.abs(self.scale))
