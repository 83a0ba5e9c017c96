"""Sums of losses, and shapes and types that are checked when the graph is built or when it is run."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import tensor_util
from tfcompat.backend.v1api import v1


def assert_scalar_int(tensor: Any, name: str | None = None) -> Any:
    """The tensor, which must be a whole number of rank 0.

    Raises:
      ValueError: it is not.
    """
    with v1.name_scope(name, "assert_scalar_int", [tensor]) as scope:
        tensor = v1.convert_to_tensor(tensor)
        if tensor.dtype.base_dtype not in (v1.int32, v1.int64):
            raise ValueError(f"Expected int32/int64 for {tensor.name}, got {tensor.dtype.base_dtype}.")
        return v1.debugging.assert_scalar(tensor, name=scope)


def reduce_sum_n(tensors: list[Any], name: str | None = None) -> Any:
    """The sum of the sums of tensors: a scalar.

    Raises:
      ValueError: there are none.
    """
    if not tensors:
        raise ValueError("No tensors provided.")
    with v1.name_scope(name, "reduce_sum_n", tensors) as scope:
        sums = [v1.reduce_sum(each, name=f"{each.op.name}/sum") for each in tensors]
        return sums[0] if len(sums) == 1 else v1.add_n(sums, name=scope)


def with_same_shape(expected_tensor: Any, tensor: Any) -> Any:
    """`tensor`, with the shape of another; see `with_shape`."""
    with v1.name_scope(f"{tensor.op.name}/", values=[expected_tensor, tensor]):
        known = expected_tensor.get_shape()
        wanted = known.as_list() if known.is_fully_defined() else v1.shape(expected_tensor, name="shape")
        return with_shape(wanted, tensor)


def with_shape(expected_shape: Any, tensor: Any) -> Any:
    """`tensor`, with a shape [..] that is a list or a tensor; where only the run can tell, it is checked there.

    Raises:
      ValueError: the shapes are known to differ, or `expected_shape` is no vector of whole numbers.
    """
    tensor = tensor if isinstance(tensor, v1.SparseTensor) else v1.convert_to_tensor(tensor)
    if isinstance(expected_shape, v1.Tensor):
        what = f"for shape {expected_shape} expected of tensor {tensor.name}."
        if expected_shape.dtype.base_dtype not in (v1.int32, v1.int64):
            raise ValueError(f"Invalid dtype {expected_shape.dtype} {what}")
        if expected_shape.get_shape().ndims not in (1, None):
            raise ValueError(f"Invalid rank {expected_shape.get_shape().ndims} {what}")
        known = tensor_util.constant_value(expected_shape)
        if known is None:
            return _checked(tensor, expected_shape)
        expected_shape = [int(size) for size in known]
    static = tensor.get_shape()
    if not static.is_compatible_with(expected_shape):
        raise ValueError(f"Invalid shape for {tensor.name}. Expected {expected_shape}, got {static}.")
    if static.is_fully_defined():
        return tensor
    checked = _checked(tensor, expected_shape)
    if not isinstance(checked, v1.SparseTensor):
        checked.set_shape(expected_shape)
    return checked


def _checked(tensor: Any, wanted: Any) -> Any:
    """The tensor behind a check of its shape at the run."""
    sparse = isinstance(tensor, v1.SparseTensor)
    with v1.name_scope(f"{tensor.op.name}/", values=[tensor]):
        actual = tensor.dense_shape if sparse else v1.shape(tensor, name="actual_shape")
        wanted = v1.cast(v1.convert_to_tensor(wanted, name="expected_shape"), actual.dtype)
        same = v1.reduce_all(v1.equal(wanted, actual), name="is_same_shape")
        text = [f"Wrong shape for {tensor.name} [expected] [actual].", wanted, actual]
        with v1.control_dependencies([v1.Assert(same, text, name="assert_shape")]):
            if not sparse:
                return v1.identity(tensor, name="checked")
            return v1.SparseTensor(*(v1.identity(part) for part in (tensor.indices, tensor.values, tensor.dense_shape)))
