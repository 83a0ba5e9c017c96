"""`SoftmaxCentered`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after, init_scope


class SoftmaxCentered(Bijector):
    """`y = softmax(x with a 0 behind)`: `R^(k-1)` to the probabilities of k classes."""

    def __init__(self, validate_args: bool = False, name: str = "softmax_centered") -> None:
        init_scope(self, name, validate_args)
        super().__init__(forward_min_event_ndims=1, validate_args=validate_args, name=name)

    def _forward_event_shape(self, input_shape: Any) -> Any:
        return input_shape if _unknown(input_shape) else v1.TensorShape([input_shape[-1] + 1])

    def _forward_event_shape_tensor(self, input_shape: Any) -> Any:
        return (input_shape[-1] + 1)[..., v1.newaxis]

    def _inverse_event_shape(self, output_shape: Any) -> Any:
        if _unknown(output_shape):
            return output_shape
        if output_shape[-1] <= 1:
            raise ValueError(f"output_shape[-1] = {int(output_shape[-1])} <= 1")
        return v1.TensorShape([output_shape[-1] - 1])

    def _inverse_event_shape_tensor(self, output_shape: Any) -> Any:
        if self.validate_args:
            message = "Need last dimension greater than 1."
            output_shape = after([v1.assert_greater(output_shape[-1], 1, message=message)], output_shape)
        return (output_shape[-1] - 1)[..., v1.newaxis]

    def _forward(self, x: Any) -> Any:
        y = util.pad(x, axis=-1, back=True)
        _set_last(y, x, 1)
        return v1.nn.softmax(y)

    def _inverse(self, y: Any) -> Any:
        x = v1.log(y)
        x = x[..., :-1] + (-x[..., -1])[..., v1.newaxis]
        _set_last(x, y, -1)
        return x

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return -v1.reduce_sum(v1.log(y), axis=-1)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        # log_normalization = log(1 + sum(exp(x))), in a form that does not overflow.
        log_normalization = v1.nn.softplus(v1.reduce_logsumexp(x, axis=-1, keepdims=True))
        total = -log_normalization + v1.reduce_sum(x - log_normalization, axis=-1, keepdims=True)
        return v1.squeeze(total, axis=-1)


def _unknown(shape: Any) -> bool:
    return shape.ndims is None or v1.dimension_value(shape[-1]) is None


def _set_last(tensor: Any, like: Any, more: int) -> None:
    """Says that the last axis is longer by `more` than that of `like`."""
    if like.shape.ndims is not None:
        last = v1.dimension_value(like.shape[-1])
        shape = like.shape[:-1].concatenate([last if last is None else last + more])
        tensor.shape.assert_is_compatible_with(shape)
        tensor.set_shape(shape)
