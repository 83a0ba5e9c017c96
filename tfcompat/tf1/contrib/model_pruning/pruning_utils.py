"""Variables beside a weight, block masks made as large as the weight, and assignments to parted variables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


def weight_mask_variable(var: Any, scope: Any) -> Any:
    """The variable `mask` of ones, shaped like `var`, in a variable scope."""
    with v1.variable_scope(scope):
        return v1.get_variable(
            "mask", var.get_shape(), initializer=v1.ones_initializer(), trainable=False, dtype=var.dtype
        )


def weight_threshold_variable(var: Any, scope: Any) -> Any:
    """The scalar variable `threshold`, 0 at first, in a variable scope."""
    with v1.variable_scope(scope):
        return v1.get_variable("threshold", [], initializer=v1.zeros_initializer(), trainable=False, dtype=var.dtype)


def kronecker_product(mat1: Any, mat2: Any) -> Any:
    """The matrix of all products of an element of `mat1` with `mat2`."""
    (m1, n1), (m2, n2) = mat1.get_shape().as_list(), mat2.get_shape().as_list()
    products = v1.reshape(mat1, [m1, 1, n1, 1]) * v1.reshape(mat2, [1, m2, 1, n2])
    return v1.reshape(products, [m1 * m2, n1 * n2])


def expand_tensor(tensor: Any, block_dims: Sequence[int]) -> Any:
    """A matrix whose elements become blocks of `block_dims`, height and width."""
    if tensor.get_shape().ndims != 2:
        raise ValueError("Input tensor must be rank 2")
    if len(block_dims) != 2:
        raise ValueError("block_dims must have 2 elements")
    height, width = block_dims
    if height > 1:
        tensor = _rows_repeated(tensor, height)
    if width > 1:
        tensor = v1.transpose(_rows_repeated(v1.transpose(tensor), width))
    return tensor


def _rows_repeated(tensor: Any, times: int) -> Any:
    rows, columns = tensor.shape.as_list()
    copies = np.arange(rows) * times + np.arange(times)[:, np.newaxis]
    places = v1.constant(np.int32(copies.reshape(-1, 1)))
    return v1.scatter_nd(places, v1.tile(tensor, [times, 1]), [rows * times, columns])


def factorized_pool(
    input_tensor: Any, window_shape: Any, pooling_type: str, strides: Any, padding: str, name: str | None = None
) -> Any:
    """Pooling of a matrix, along the one axis and then along the other."""
    if input_tensor.get_shape().ndims != 2:
        raise ValueError("factorized_pool() accepts tensors of rank 2 only")
    height, width = input_tensor.get_shape()

    def pooled(values: Any, axis: int) -> Any:
        return v1.nn.pool(
            values,
            window_shape=[1, window_shape[axis]],
            pooling_type=pooling_type,
            strides=[1, strides[axis]],
            padding=padding,
        )

    with v1.name_scope(name, "factorized_pool"):
        values = v1.reshape(input_tensor, [1, 1, height, width], name=f"{input_tensor.op.name}_aligned")
        values = v1.transpose(pooled(values, 0), perm=[0, 1, 3, 2])
        values = pooled(values, 1)
    return v1.squeeze(v1.transpose(values, perm=[0, 1, 3, 2]), axis=[0, 1])


def determine_partitioned_axis(partitioned_variable: Any) -> int:
    """The axis along which a variable is parted."""
    whole, axis = partitioned_variable.get_shape(), 0
    for part in partitioned_variable:
        shorter = np.less(part.get_shape().as_list(), whole.as_list())
        if np.count_nonzero(shorter) != 1:
            raise ValueError(f"Number of partitioned axes {np.count_nonzero(shorter)} not equal to 1")
        axis = int(np.where(shorter)[0][0])
    return axis


def variable_assign(var: Any, new_value: Any) -> Any:
    """The operation that assigns a value."""
    return v1.assign(var, new_value, name=f"{var.op.name}_assign")


def partitioned_variable_assign(partitioned_var: Any, new_value: Any) -> Any:
    """The operation that assigns a value to the parts of a variable."""
    parts = list(partitioned_var)
    axis = 0 if len(parts) == 1 else determine_partitioned_axis(partitioned_var)
    sizes = np.array([v1.dimension_value(part.get_shape()[axis]) for part in parts])
    values = v1.split(new_value, v1.convert_to_tensor(sizes, dtype=v1.int32), axis=axis)
    assigned = [variable_assign(part, value) for part, value in zip(parts, values, strict=True)]
    return v1.group(*assigned, name=f"{partitioned_var.name}_group_assign")
