"""Gradient of `SparseTensorDenseMatMul`: the values' part is a row-wise product and sum."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, gen_sparse_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("SparseTensorDenseMatMul")
def sparse_tensor_dense_matmul(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    indices, values, shape, b = op.inputs
    adj_a, adj_b = op.get_attr("adjoint_a"), op.get_attr("adjoint_b")
    if values.dtype.is_complex:
        return original(op, grad)
    gb = gen_sparse_ops.sparse_tensor_dense_mat_mul(indices, values, shape, grad, adjoint_a=not adj_a)
    if adj_b:
        gb = array_ops.transpose(gb)
    rows, columns = indices[:, 0], indices[:, 1]
    left = array_ops.gather(grad, columns if adj_a else rows)
    right = array_ops.gather(array_ops.transpose(b) if adj_b else b, rows if adj_a else columns)
    return None, math_ops.reduce_sum(left * right, axis=1), None, gb
