"""`FillTriangular`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after

_NO_TRIANGLE = "Vector length is not a triangular number."


class FillTriangular(Bijector):
    """Vectors of `n * (n + 1) / 2` elements to triangular matrices, lower ones unless `upper`."""

    def __init__(self, upper: bool = False, validate_args: bool = False, name: str = "fill_triangular") -> None:
        self._upper = upper
        super().__init__(forward_min_event_ndims=1, inverse_min_event_ndims=2, validate_args=validate_args, name=name)

    def _forward(self, x: Any) -> Any:
        return util.fill_triangular(x, upper=self._upper)

    def _inverse(self, y: Any) -> Any:
        return util.fill_triangular_inverse(y, upper=self._upper)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return v1.zeros_like(x[..., 0])

    def _inverse_log_det_jacobian(self, y: Any) -> Any:
        return v1.zeros_like(y[..., 0, 0])

    def _forward_event_shape(self, input_shape: Any) -> Any:
        length = v1.dimension_value(input_shape[-1])
        n = None if length is None else vector_size_to_square_matrix_size(length, self.validate_args)
        return input_shape[:-1].concatenate([n, n])

    def _inverse_event_shape(self, output_shape: Any) -> Any:
        rows, columns = (v1.dimension_value(size) for size in output_shape[-2:])
        length = None
        if rows is not None and columns is not None:
            if rows != columns:
                raise ValueError(f"Matrix must be square. (saw [{rows}, {columns}])")
            length = rows * (rows + 1) // 2
        return output_shape[:-2].concatenate([length])

    def _forward_event_shape_tensor(self, input_shape_tensor: Any) -> Any:
        n = vector_size_to_square_matrix_size(input_shape_tensor[-1], self.validate_args)
        return v1.concat([input_shape_tensor[:-1], [n, n]], axis=0)

    def _inverse_event_shape_tensor(self, output_shape_tensor: Any) -> Any:
        n = output_shape_tensor[-1]
        if self.validate_args:
            message = "Matrix must be square."
            n = after([v1.assert_equal(n, output_shape_tensor[-2], message=message)], n)
        length = v1.cast(n * (n + 1) / 2, output_shape_tensor.dtype)
        return v1.concat([output_shape_tensor[:-2], [length]], axis=0)


def vector_size_to_square_matrix_size(d: Any, validate_args: bool, name: str | None = None) -> Any:
    """The `n` for which `n * (n + 1) / 2` is `d`; a number for a number, a tensor for a tensor."""
    if isinstance(d, (float, int, np.generic, np.ndarray)):
        n: Any = (-1 + np.sqrt(1 + 8 * d)) / 2.0  # type: ignore[operator]
        if float(int(n)) != n:
            raise ValueError(_NO_TRIANGLE)
        return int(n)
    with v1.name_scope(name, "vector_size_to_square_matrix_size", [d]):
        n = (-1.0 + v1.sqrt(1 + 8.0 * v1.cast(d, v1.float32))) / 2.0
        if validate_args:
            whole = v1.cast(v1.cast(n, v1.int32), v1.float32)
            n = after([v1.assert_equal(whole, n, message=_NO_TRIANGLE.rstrip("."))], n)
        return v1.cast(n, d.dtype)
