"""`CholeskyOuterProduct`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector, after, init_scope


class CholeskyOuterProduct(Bijector):
    """`y = x @ transpose(x)` for lower-triangular `x` with a positive diagonal."""

    def __init__(self, validate_args: bool = False, name: str = "cholesky_outer_product") -> None:
        init_scope(self, name, validate_args)
        super().__init__(forward_min_event_ndims=2, validate_args=validate_args, name=name)

    def _forward(self, x: Any) -> Any:
        if self.validate_args:
            is_matrix = v1.assert_rank_at_least(x, 2)
            shape = v1.shape(x)
            x = after([is_matrix, v1.assert_equal(shape[-2], shape[-1])], x)
        x = v1.matrix_band_part(x, -1, 0)
        return v1.matmul(x, x, adjoint_b=True)

    def _inverse(self, y: Any) -> Any:
        return v1.cholesky(y)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        # The determinant of the triangular map is 2**p times the product of x[i, i]**(p - i).
        diag = _rows(v1.matrix_diag_part(x))
        if self.validate_args:
            x = after(_checks(x, diag), x)
        dims = x.get_shape().dims
        size: Any = None if dims is None else dims[-1].value
        if size is None:
            size = v1.shape(x)[-1]
            size_float: Any = v1.cast(size, dtype=x.dtype)
        else:
            size_float = np.array(size, dtype=x.dtype.as_numpy_dtype)
        exponents = v1.linspace(size_float, 1.0, size)
        weighted = v1.squeeze(v1.matmul(v1.log(diag), exponents[..., v1.newaxis]), axis=-1)
        result = size_float * np.log(2.0) + weighted
        if dims is not None:
            return v1.squeeze(result, axis=-1) if len(dims) == 2 else result
        shape = v1.shape(result)
        last = util.pick_vector(v1.equal(v1.rank(x), 2), np.array([], dtype=np.int32), shape[-1:])
        return v1.reshape(result, v1.concat([shape[:-1], last], 0))


def _rows(diag: Any) -> Any:
    """A vector as a matrix of one row; matrices as they are."""
    if diag.get_shape().ndims is not None:
        return diag[v1.newaxis, :] if diag.get_shape().ndims == 1 else diag
    shape = v1.shape(diag)
    one = util.pick_vector(v1.equal(v1.rank(diag), 1), [1], np.array([], dtype=np.int32))
    return v1.reshape(diag, v1.concat([shape[:-1], one, shape[-1:]], 0))


def _checks(x: Any, diag: Any) -> list[Any]:
    is_matrix = v1.assert_rank_at_least(x, 2, message="Input must be a (batch of) matrix.")
    shape = v1.shape(x)
    is_square = v1.assert_equal(shape[-2], shape[-1], message="Input must be a (batch of) square matrix.")
    return [is_matrix, is_square, v1.assert_positive(diag, message="Input must be positive definite.")]
