"""`TransformDiagonal`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector


class TransformDiagonal(Bijector):
    """Applies a bijector to the diagonal of matrices."""

    def __init__(self, diag_bijector: Any, validate_args: bool = False, name: str = "transform_diagonal") -> None:
        self._diag_bijector = diag_bijector
        super().__init__(forward_min_event_ndims=2, inverse_min_event_ndims=2, validate_args=validate_args, name=name)

    def _forward(self, x: Any) -> Any:
        return v1.matrix_set_diag(x, self._diag_bijector.forward(v1.matrix_diag_part(x)))

    def _inverse(self, y: Any) -> Any:
        return v1.matrix_set_diag(y, self._diag_bijector.inverse(v1.matrix_diag_part(y)))

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return self._diag_bijector.forward_log_det_jacobian(v1.matrix_diag_part(x), event_ndims=1)

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return self._diag_bijector.inverse_log_det_jacobian(v1.matrix_diag_part(y), event_ndims=1)
