"""`SinhArcsinh`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals import check_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, above_zero, init_scope


class SinhArcsinh(Bijector):
    """`y = sinh((arcsinh(x) + skewness) * tailweight)`."""

    def __init__(
        self, skewness: Any = None, tailweight: Any = None, validate_args: bool = False, name: str = "SinhArcsinh"
    ) -> None:
        with init_scope(self, name, validate_args, [skewness, tailweight]):
            skewness = 0.0 if skewness is None else skewness
            tailweight = 1.0 if tailweight is None else tailweight
            self._skewness = v1.convert_to_tensor(skewness, name="skewness")
            tailweight = v1.convert_to_tensor(tailweight, name="tailweight", dtype=self._skewness.dtype)
            check_ops.assert_same_float_dtype([self._skewness, tailweight])
            self._tailweight = above_zero(tailweight, "tailweight", validate_args)
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    @property
    def skewness(self) -> Any:
        """To which side it leans; 0 is none."""
        return self._skewness

    @property
    def tailweight(self) -> Any:
        """How heavy the tails become; 1 leaves them."""
        return self._tailweight

    def _forward(self, x: Any) -> Any:
        return v1.sinh((v1.asinh(x) + self.skewness) * self.tailweight)

    def _inverse(self, y: Any) -> Any:
        return v1.sinh(v1.asinh(y) / self.tailweight - self.skewness)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        inner = v1.asinh(y) / self.tailweight - self.skewness
        return v1.log(v1.cosh(inner) / _hypotenuse(y)) - v1.log(self.tailweight)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        inner = (v1.asinh(x) + self.skewness) * self.tailweight
        return v1.log(v1.cosh(inner) / _hypotenuse(x)) + v1.log(self.tailweight)


def _hypotenuse(x: Any) -> Any:
    """`sqrt(x**2 + 1)`, which is `abs(x)` where the square would lose the 1."""
    small = v1.abs(x) * np.sqrt(np.finfo(x.dtype.as_numpy_dtype).eps) <= 1.0
    return v1.where_v2(small, v1.sqrt(x**2.0 + 1.0), v1.abs(x))
