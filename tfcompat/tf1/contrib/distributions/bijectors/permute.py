"""`Permute`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after, zero

_WRONG = "Permutation over `d` must contain exactly one of each of `{0, 1, ..., d}`."


class Permute(Bijector):
    """Reorders the last axis; `permutation` is a vector of integers."""

    def __init__(self, permutation: Any, validate_args: bool = False, name: str | None = None) -> None:
        with v1.name_scope(name, "permute", values=[permutation]):
            permutation = v1.convert_to_tensor(permutation, name="permutation")
            if not permutation.dtype.is_integer:
                raise TypeError(f"permutation.dtype ({permutation.dtype.name}) should be `int`-like.")
            static = v1.get_static_value(permutation)
            if static is not None:
                if set(static) != set(np.arange(static.size)):
                    raise ValueError(_WRONG)
            elif validate_args:
                ordered, _ = v1.nn.top_k(-permutation, k=v1.shape(permutation)[-1], sorted=True)
                check = v1.assert_equal(-ordered, v1.range(v1.size(ordered)), message=_WRONG)
                permutation = after([check], permutation)
            self._permutation = permutation
            super().__init__(
                forward_min_event_ndims=1,
                is_constant_jacobian=True,
                validate_args=validate_args,
                name=name or "permute",
            )

    @property
    def permutation(self) -> Any:
        """Where each element comes from."""
        return self._permutation

    def _forward(self, x: Any) -> Any:
        return v1.gather(x, self.permutation, axis=-1)

    def _inverse(self, y: Any) -> Any:
        return v1.gather(y, v1.invert_permutation(self.permutation), axis=-1)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return zero(y)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return zero(x)
