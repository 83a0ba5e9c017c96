"""`MaskedAutoregressiveFlow`, and the names of 1.15's file that lie in `masked_networks.py` here."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors import masked_networks as networks
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector
from tfcompat.tf1.contrib.distributions.bijectors.shift_and_scale import applied, undone

MASK_EXCLUSIVE, MASK_INCLUSIVE = networks.MASK_EXCLUSIVE, networks.MASK_INCLUSIVE
_gen_mask, _gen_slices = networks._gen_mask, networks._gen_slices
masked_dense = networks.masked_dense
masked_autoregressive_default_template = networks.masked_autoregressive_default_template


class MaskedAutoregressiveFlow(Bijector):
    """`y[i] = x[i] * exp(log_scale(y[:i])) + shift(y[:i])`: forward one element after the other, inverse at once."""

    def __init__(
        self,
        shift_and_log_scale_fn: Any,
        is_constant_jacobian: bool = False,
        validate_args: bool = False,
        unroll_loop: bool = False,
        name: str | None = None,
    ) -> None:
        self._shift_and_log_scale_fn = shift_and_log_scale_fn
        self._unroll_loop = unroll_loop
        super().__init__(
            forward_min_event_ndims=1,
            is_constant_jacobian=is_constant_jacobian,
            validate_args=validate_args,
            name=name or "masked_autoregressive_flow",
        )

    def _forward(self, x: Any) -> Any:
        static_size = v1.dimension_value(x.shape.with_rank_at_least(1)[-1])
        if self._unroll_loop:
            return self._unrolled(x, static_size)
        size = v1.shape(x)[-1]
        first = v1.zeros_like(x, name="y0")
        # The variables must be made outside the loop.
        self._shift_and_log_scale_fn(first)

        def body(index: Any, y: Any) -> Any:
            with v1.variable_scope(v1.get_variable_scope()) as scope:
                # Else each step of the loop would read the variables again.
                if scope.caching_device is None:
                    scope.set_caching_device(lambda op: op.device)
                shift, log_scale = self._shift_and_log_scale_fn(y)
            return index + 1, applied(x, shift, log_scale)

        _, y = v1.while_loop(
            cond=lambda index, _: index < size, body=body, loop_vars=(0, first), maximum_iterations=static_size
        )
        return y

    def _unrolled(self, x: Any, size: int | None) -> Any:
        if size is None:
            raise ValueError(
                "The final dimension of `x` must be known at graph construction time if `unroll_loop=True`. "
                f"`x.shape: {x.shape!r}`"
            )
        y = v1.zeros_like(x, name="y0")
        for _ in range(size):
            y = applied(x, *self._shift_and_log_scale_fn(y))
        return y

    def _inverse(self, y: Any) -> Any:
        return undone(y, *self._shift_and_log_scale_fn(y))

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        _, log_scale = self._shift_and_log_scale_fn(y)
        if log_scale is None:
            return v1.constant(0.0, dtype=y.dtype, name="ildj")
        return -v1.reduce_sum(log_scale, axis=-1)
