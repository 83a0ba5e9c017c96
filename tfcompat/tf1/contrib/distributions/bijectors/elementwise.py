"""Bijectors without parameters that act element by element: a table row's worth of maths each."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after


class Sigmoid(Bijector):
    """`y = sigmoid(x)`."""

    def __init__(self, validate_args: bool = False, name: str = "sigmoid") -> None:
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    def _forward(self, x: Any) -> Any:
        return v1.sigmoid(x)

    def _inverse(self, y: Any) -> Any:
        return v1.log(y) - v1.log1p(-y)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return -v1.log(y) - v1.log1p(-y)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return -v1.nn.softplus(-x) - v1.nn.softplus(x)


class Softsign(Bijector):
    """`y = x / (1 + abs(x))`."""

    def __init__(self, validate_args: bool = False, name: str = "softsign") -> None:
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    def _forward(self, x: Any) -> Any:
        return x / (1.0 + v1.abs(x))

    def _inverse(self, y: Any) -> Any:
        y = self._checked(y)
        return y / (1.0 - v1.abs(y))

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return -2.0 * v1.log1p(v1.abs(x))

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return -2.0 * v1.log1p(-v1.abs(self._checked(y)))

    def _checked(self, y: Any) -> Any:
        if not self.validate_args:
            return y
        low, high = (v1.cast(bound, dtype=y.dtype.base_dtype) for bound in (-1.0, 1.0))
        message = "Inverse transformation input must be {}."
        checks = [
            v1.assert_greater(y, low, message=message.format("greater than -1")),
            v1.assert_less(y, high, message=message.format("less than 1")),
        ]
        return after(checks, y)


class Square(Bijector):
    """`y = x**2` for non-negative `x`."""

    def __init__(self, validate_args: bool = False, name: str = "square") -> None:
        super().__init__(forward_min_event_ndims=0, validate_args=validate_args, name=name)

    def _forward(self, x: Any) -> Any:
        return v1.square(self._checked(x))

    def _inverse(self, y: Any) -> Any:
        return v1.sqrt(self._checked(y))

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return np.log(2.0) + v1.log(self._checked(x))

    def _checked(self, value: Any) -> Any:
        if not self.validate_args:
            return value
        return after([v1.assert_non_negative(value, message="All elements must be non-negative.")], value)
