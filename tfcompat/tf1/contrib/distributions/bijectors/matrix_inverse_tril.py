"""`MatrixInverseTriL`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, init_scope


class MatrixInverseTriL(Bijector):
    """The inverse of lower-triangular matrices."""

    def __init__(self, validate_args: bool = False, name: str = "matrix_inverse_tril") -> None:
        init_scope(self, name, validate_args)
        super().__init__(forward_min_event_ndims=2, validate_args=validate_args, name=name)

    def _forward(self, x: Any) -> Any:
        with v1.control_dependencies(self._assertions(x)):
            shape = v1.shape(x)
            identity = v1.eye(shape[-1], batch_shape=shape[:-2], dtype=x.dtype)
            return v1.matrix_triangular_solve(x, identity, lower=True)

    def _inverse(self, y: Any) -> Any:
        return self._forward(y)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        with v1.control_dependencies(self._assertions(x)):
            size = v1.cast(v1.shape(x)[-1], x.dtype.base_dtype)
            return -2.0 * size * v1.reduce_sum(v1.log(v1.abs(v1.matrix_diag_part(x))), axis=-1)

    def _assertions(self, x: Any) -> list[Any]:
        if not self.validate_args:
            return []
        shape = v1.shape(x)
        checks = [
            v1.assert_rank_at_least(x, 2, message="Input must have rank at least 2."),
            v1.assert_equal(shape[-2], shape[-1], message="Input must be a square matrix."),
        ]
        above = v1.matrix_band_part(v1.matrix_set_diag(x, v1.zeros(shape[:-1], dtype=v1.float32)), 0, -1)
        checks.append(v1.assert_equal(above, v1.zeros_like(above), message="Input must be lower triangular."))
        diag, message = v1.matrix_diag_part(x), "Input must have all diagonal entries nonzero."
        return [*checks, v1.debugging.assert_none_equal(diag, v1.zeros_like(diag), message=message)]
