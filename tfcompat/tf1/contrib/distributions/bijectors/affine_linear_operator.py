"""`AffineLinearOperator`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import init_scope, zero
from tfcompat.tf1.contrib.distributions.bijectors.matrix_scale import MatrixScale, batch_ndims_of, graph_parents_of


class AffineLinearOperator(MatrixScale):
    """`y = scale @ x + shift` for a `tf.linalg.LinearOperator`; either may be missing."""

    def __init__(
        self, shift: Any = None, scale: Any = None, validate_args: bool = False, name: str = "affine_linear_operator"
    ) -> None:
        with init_scope(self, name, validate_args, [shift]):
            self._shift = shift = self._shift_checked(shift)
            self._scale = scale
            dtype = v1.float32 if shift is None else shift.dtype.base_dtype
            parents = [] if shift is None else [shift]
            batch_ndims: Any = 0
            if scale is not None:
                self._same_dtype(shift, scale)
                if not isinstance(scale, v1.linalg.LinearOperator):
                    raise TypeError("scale is not an instance of tf.LinearOperator")
                if validate_args and not scale.is_non_singular:
                    raise ValueError("Scale matrix must be non-singular.")
                batch_ndims = batch_ndims_of(scale)
                parents += graph_parents_of(scale)
                dtype = scale.dtype.base_dtype
            self._shaper = self._shape_with(batch_ndims, validate_args)
            super().__init__(
                forward_min_event_ndims=1,
                graph_parents=parents,
                is_constant_jacobian=True,
                dtype=dtype,
                validate_args=validate_args,
                name=name,
            )

    def _forward(self, x: Any) -> Any:
        y = x if self.scale is None else self._multiplied(x)
        return y if self.shift is None else y + self.shift

    def _inverse(self, y: Any) -> Any:
        x = y if self.shift is None else y - self.shift
        return x if self.scale is None else self._solved(x)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        if self.scale is None:
            return zero(x)
        with v1.control_dependencies(self._checks()):
            return self.scale.log_abs_determinant()
