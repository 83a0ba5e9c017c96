"""`Ordered`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after


class Ordered(Bijector):
    """Increasing vectors to any vectors: the first element, then logarithms of the steps."""

    def __init__(self, validate_args: bool = False, name: str = "ordered") -> None:
        super().__init__(forward_min_event_ndims=1, validate_args=validate_args, name=name)

    def _forward_event_shape(self, input_shape: Any) -> Any:
        return input_shape if _unknown(input_shape) else v1.TensorShape([input_shape[-1]])

    def _forward_event_shape_tensor(self, input_shape: Any) -> Any:
        return input_shape[-1][..., v1.newaxis]

    def _inverse_event_shape(self, output_shape: Any) -> Any:
        if _unknown(output_shape):
            return output_shape
        if output_shape[-1] <= 1:
            raise ValueError(f"output_shape[-1] = {int(output_shape[-1])} <= 1")
        return v1.TensorShape([output_shape[-1]])

    def _inverse_event_shape_tensor(self, output_shape: Any) -> Any:
        if self.validate_args:
            message = "Need last dimension greater than 1."
            output_shape = after([v1.assert_greater(output_shape[-1], 1, message=message)], output_shape)
        return output_shape[-1][..., v1.newaxis]

    def _forward(self, x: Any) -> Any:
        x = self._checked(x)
        return v1.concat([x[..., 0, v1.newaxis], v1.log(_steps(x))], axis=-1)

    def _inverse(self, y: Any) -> Any:
        return v1.cumsum(v1.concat([y[..., 0, v1.newaxis], v1.exp(y[..., 1:])], axis=-1), axis=-1)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return v1.reduce_sum(y[..., 1:], axis=-1)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return -v1.reduce_sum(v1.log(_steps(self._checked(x))), axis=-1)

    def _checked(self, x: Any) -> Any:
        if not self.validate_args:
            return x
        message = "Forward transformation input must be strictly increasing."
        return after([v1.assert_positive(_steps(x), message=message)], x)


def _steps(x: Any) -> Any:
    return x[..., 1:] - x[..., :-1]


def _unknown(shape: Any) -> bool:
    return shape.ndims is None or v1.dimension_value(shape[-1]) is None
