"""`RealNVP` and the network that it uses by default."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import layers, v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector
from tfcompat.tf1.contrib.distributions.bijectors.shift_and_scale import applied, known_depth, undone


class RealNVP(Bijector):
    """The first `num_masked` elements stay and say how the others, `[batch, rest]`, are scaled and shifted."""

    def __init__(
        self,
        num_masked: int,
        shift_and_log_scale_fn: Any,
        is_constant_jacobian: bool = False,
        validate_args: bool = False,
        name: str | None = None,
    ) -> None:
        if num_masked <= 0:
            raise ValueError("num_masked must be a positive integer.")
        self._num_masked = num_masked
        self._input_depth: int | None = None
        self._shift_and_log_scale_fn = shift_and_log_scale_fn
        super().__init__(
            forward_min_event_ndims=1,
            is_constant_jacobian=is_constant_jacobian,
            validate_args=validate_args,
            name=name or "real_nvp",
        )

    def _forward(self, x: Any) -> Any:
        depth = self._depth(x)
        kept, moved = x[:, : self._num_masked], x[:, self._num_masked :]
        moved = applied(moved, *self._shift_and_log_scale_fn(kept, depth - self._num_masked))
        return v1.concat([kept, moved], axis=-1)

    def _inverse(self, y: Any) -> Any:
        depth = self._depth(y)
        kept, moved = y[:, : self._num_masked], y[:, self._num_masked :]
        moved = undone(moved, *self._shift_and_log_scale_fn(kept, depth - self._num_masked))
        return v1.concat([kept, moved], axis=-1)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        log_scale = self._log_scale(x)
        if log_scale is None:
            return v1.constant(0.0, dtype=x.dtype, name="fldj")
        return v1.reduce_sum(log_scale, axis=-1)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        log_scale = self._log_scale(y)
        if log_scale is None:
            return v1.constant(0.0, dtype=y.dtype, name="ildj")
        return -v1.reduce_sum(log_scale, axis=-1)

    def _log_scale(self, value: Any) -> Any:
        rest = self._depth(value) - self._num_masked
        return self._shift_and_log_scale_fn(value[:, : self._num_masked], rest)[1]

    def _depth(self, x: Any) -> int:
        if self._input_depth is None:
            self._input_depth = known_depth(x)
            if self._num_masked >= self._input_depth:
                raise ValueError("Number of masked units must be smaller than the event size.")
        return self._input_depth


def real_nvp_default_template(
    hidden_layers: Any,
    shift_only: bool = False,
    activation: Any = None,
    name: str | None = None,
    *args: Any,
    **kwargs: Any,
) -> Any:
    """A template of dense layers: `x, output_units` to shift and log-scale (None if `shift_only`)."""
    activation = v1.nn.relu if activation is None else activation
    with v1.name_scope(name, "real_nvp_default_template"):

        def network(x: Any, output_units: int) -> Any:
            for units in hidden_layers:
                x = layers().dense(*args, inputs=x, units=units, activation=activation, **kwargs)
            outputs = (1 if shift_only else 2) * output_units
            x = layers().dense(*args, inputs=x, units=outputs, activation=None, **kwargs)
            return (x, None) if shift_only else tuple(v1.split(x, 2, axis=-1))

        return v1.make_template("real_nvp_default_template", network)
