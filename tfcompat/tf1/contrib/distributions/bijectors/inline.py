"""`Inline`."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector


class Inline(Bijector):
    """A bijector made of functions; one that is needed and was not given raises NotImplementedError."""

    def __init__(
        self,
        forward_fn: Any = None,
        inverse_fn: Any = None,
        inverse_log_det_jacobian_fn: Any = None,
        forward_log_det_jacobian_fn: Any = None,
        forward_event_shape_fn: Any = None,
        forward_event_shape_tensor_fn: Any = None,
        inverse_event_shape_fn: Any = None,
        inverse_event_shape_tensor_fn: Any = None,
        is_constant_jacobian: bool = False,
        validate_args: bool = False,
        forward_min_event_ndims: Any = None,
        inverse_min_event_ndims: Any = None,
        name: str = "inline",
    ) -> None:
        super().__init__(
            forward_min_event_ndims=forward_min_event_ndims,
            inverse_min_event_ndims=inverse_min_event_ndims,
            is_constant_jacobian=is_constant_jacobian,
            validate_args=validate_args,
            name=name,
        )
        self._functions = {
            "forward_fn": forward_fn,
            "inverse_fn": inverse_fn,
            "inverse_log_det_jacobian_fn": inverse_log_det_jacobian_fn,
            "forward_log_det_jacobian_fn": forward_log_det_jacobian_fn,
        }
        self._shape_functions = {
            "forward": forward_event_shape_fn,
            "forward_tensor": forward_event_shape_tensor_fn,
            "inverse": inverse_event_shape_fn,
            "inverse_tensor": inverse_event_shape_tensor_fn,
        }

    def _forward_event_shape(self, input_shape: Any) -> Any:
        return self._shape("forward", input_shape)

    def _forward_event_shape_tensor(self, input_shape: Any) -> Any:
        return self._shape("forward_tensor", input_shape)

    def _inverse_event_shape(self, output_shape: Any) -> Any:
        return self._shape("inverse", output_shape)

    def _inverse_event_shape_tensor(self, output_shape: Any) -> Any:
        return self._shape("inverse_tensor", output_shape)

    def _forward(self, x: Any, **kwargs: Any) -> Any:
        return self._call("forward_fn", x, kwargs)

    def _inverse(self, y: Any, **kwargs: Any) -> Any:
        return self._call("inverse_fn", y, kwargs)

    def _inverse_log_det_jacobian(self, y: Any, **kwargs: Any) -> Any:
        return self._call("inverse_log_det_jacobian_fn", y, kwargs)

    def _forward_log_det_jacobian(self, x: Any, **kwargs: Any) -> Any:
        return self._call("forward_log_det_jacobian_fn", x, kwargs)

    def _shape(self, which: str, shape: Any) -> Any:
        function = self._shape_functions[which]
        return shape if function is None else function(shape)

    def _call(self, name: str, value: Any, kwargs: dict[str, Any]) -> Any:
        function = self._functions[name]
        if not callable(function):
            raise NotImplementedError(f"{name} is not a callable function.")
        return function(value, **kwargs)
