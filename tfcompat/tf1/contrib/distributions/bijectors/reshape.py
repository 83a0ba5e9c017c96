"""`Reshape`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after


class Reshape(Bijector):
    """Events of `event_shape_in` to events of `event_shape_out`; either may hold one -1."""

    def __init__(
        self, event_shape_out: Any, event_shape_in: Any = (-1,), validate_args: bool = False, name: str | None = None
    ) -> None:
        with v1.name_scope(name, "reshape", values=[event_shape_out, event_shape_in]):
            shape_out = v1.convert_to_tensor(event_shape_out, name="event_shape_out", preferred_dtype=v1.int32)
            shape_in = v1.convert_to_tensor(event_shape_in, name="event_shape_in", preferred_dtype=v1.int32)
            self._assertions = _checks(shape_out, validate_args) + _checks(shape_in, validate_args)
            self._event_shape_in = shape_in
            self._event_shape_out = shape_out
            super().__init__(
                forward_min_event_ndims=0,
                is_constant_jacobian=True,
                validate_args=validate_args,
                name=name or "reshape",
            )

    def _forward(self, x: Any) -> Any:
        with v1.control_dependencies(self._assertions):
            return self._reshaped(x, self._event_shape_in, self._event_shape_out)

    def _inverse(self, y: Any) -> Any:
        with v1.control_dependencies(self._assertions):
            return self._reshaped(y, self._event_shape_out, self._event_shape_in)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        with v1.control_dependencies(self._assertions):
            return v1.constant(0.0, dtype=x.dtype)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return self._forward_log_det_jacobian(y)

    def _forward_event_shape(self, input_shape: Any) -> Any:
        return self._example(self.forward, input_shape).shape

    def _inverse_event_shape(self, output_shape: Any) -> Any:
        return self._example(self.inverse, output_shape).shape

    def _forward_event_shape_tensor(self, input_shape: Any) -> Any:
        return v1.shape(self._example(self.forward, input_shape))

    def _inverse_event_shape_tensor(self, output_shape: Any) -> Any:
        return v1.shape(self._example(self.inverse, output_shape))

    def _example(self, way: Any, shape: Any) -> Any:
        with v1.control_dependencies(self._assertions):
            return way(v1.zeros(dtype=v1.float32, shape=shape))

    def _reshaped(self, x: Any, shape_in: Any, shape_out: Any) -> Any:
        static_ndims, ndims_in = v1.dimension_value(shape_in.shape.with_rank_at_least(1)[0]), v1.shape(shape_in)[0]
        x = self._matched(x, shape_in, static_ndims, ndims_in)
        outer = v1.shape(x)
        ndims = x.shape.ndims if x.shape.ndims is not None else v1.rank(x)
        outer = outer[: ndims - abs(ndims_in)]
        if static_ndims is not None and static_ndims == x.shape.ndims:
            return v1.reshape(x, shape_out)
        return v1.reshape(x, v1.concat([outer, shape_out], axis=0))

    def _matched(self, x: Any, shape_in: Any, static_ndims: Any, ndims_in: Any) -> Any:
        """`x`, checked to end in `shape_in`."""
        ndims, rank = x.shape.ndims, v1.rank(x)
        tail = None
        if static_ndims is not None and ndims is not None:
            end = x.shape.with_rank_at_least(static_ndims)[ndims - static_ndims :]
            tail = np.int32(end.as_list()) if end.is_fully_defined() else None
        event_shape = v1.shape(x)[rank - ndims_in :] if tail is None else tail
        expected = v1.get_static_value(shape_in)
        message = "Input `event_shape` does not match `event_shape_in`"
        if tail is not None and expected is not None:
            if not np.equal(tail[expected >= 0], expected[expected >= 0]).all():
                raise ValueError(f"{message} ({tail} vs {expected}).")
        elif self.validate_args:
            given = v1.reshape(shape_in >= 0, [-1])
            sizes = v1.boolean_mask(event_shape, given), v1.boolean_mask(shape_in, given)
            x = after([v1.assert_equal(*sizes, message=f"{message}.")], x)
        return x


def _checks(shape: Any, validate_args: bool) -> list[Any]:
    """Checks that a shape is a vector of sizes with at most one -1."""
    if not shape.dtype.is_integer:
        raise TypeError(f"{shape} dtype ({shape.dtype.name}) should be `int`-like.")
    checks = []
    ndims = v1.rank(shape)
    static = v1.get_static_value(ndims)
    if static is not None and static > 1:
        raise ValueError(f"`{shape}` rank ({static}) should be <= 1.")
    if static is None and validate_args:
        checks.append(v1.assert_less_equal(ndims, 1, message=f"`{shape}` rank should be <= 1."))
    known = v1.get_static_value(shape)
    if validate_args and (known is None or np.any(known < 0)):
        free = v1.reduce_sum(v1.cast(v1.equal(shape, -1), v1.int32))
        message = f"`{shape}` elements must have at most one `-1`."
        checks.append(v1.assert_less_equal(free, 1, message=message))
        message = f"`{shape}` elements must be either positive integers or `-1`."
        checks.append(v1.assert_greater_equal(shape, -1, message=message))
    return checks
