"""Sums of losses, and shapes and types that are checked when the graph is built or when it is run."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


def assert_scalar_int(tensor: Any, name: str | None = None) -> Any:
    """The tensor, which must be a whole number of rank 0.

    Raises:
      ValueError: it is not.
    """
    with v1.name_scope(name, "assert_scalar_int", [tensor]) as scope:
        tensor = v1.convert_to_tensor(tensor)
        if not tensor.dtype.base_dtype.is_integer:
            raise ValueError(f"Expected integer type for {tensor.name}, received type: {tensor.dtype}.")
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


def remove_squeezable_dimensions(predictions: Any, labels: Any, name: str | None = None) -> tuple[Any, Any]:
    """(predictions, labels) without the last dimension of the one that has one more, in the opposite order of
    `tf.confusion_matrix`'s function of this name.
    """
    with v1.name_scope(name, "remove_squeezable_dimensions", [predictions, labels]):
        predictions, labels = v1.convert_to_tensor(predictions), v1.convert_to_tensor(labels)
        ranks = predictions.get_shape().ndims, labels.get_shape().ndims
        if None not in ranks:
            difference = ranks[0] - ranks[1]
            if difference == -1:
                labels = v1.squeeze(labels, [-1])
            elif difference == 1:
                predictions = v1.squeeze(predictions, [-1])
            return predictions, labels
        difference = v1.rank(predictions) - v1.rank(labels)
        return _squeezed_if(1, difference, predictions), _squeezed_if(-1, difference, labels)


def with_same_shape(expected_tensor: Any, tensor: Any) -> Any:
    """`tensor`, with the shape of another; see `with_shape`."""
    with v1.name_scope(f"{tensor.op.name}/", values=[expected_tensor, tensor]):
        known = expected_tensor.get_shape()
        wanted = known.as_list() if known.is_fully_defined() else v1.shape(expected_tensor, name="expected_shape")
        return with_shape(wanted, tensor)


def with_shape(expected_shape: Any, tensor: Any) -> Any:
    """`tensor`, with a shape that is a list or a tensor of int32; where only the run can tell, it is checked there.

    An expected shape of [] also takes a tensor of shape [1].

    Raises:
      ValueError: the shapes are known to differ, `expected_shape` is no vector of int32, or the tensor is sparse.
    """
    if isinstance(tensor, v1.SparseTensor):
        raise ValueError("SparseTensor not supported.")
    static = tensor.get_shape()
    if isinstance(expected_shape, v1.Tensor):
        _check_type(expected_shape.dtype.base_dtype, expected_shape, tensor)
        return _checked(tensor, expected_shape)
    if isinstance(expected_shape, (list, tuple, np.ndarray)):
        expected_shape = _as_vector(expected_shape, tensor)
        if len(expected_shape) == 0 and (not static.is_fully_defined() or static.is_compatible_with([1])):
            with v1.name_scope(f"{tensor.op.name}/", values=[tensor]):
                return v1.reshape(tensor, [])
    if not static.is_fully_defined():
        checked = _checked(tensor, expected_shape)
        checked.set_shape(expected_shape)
        return checked
    if not static.is_compatible_with(expected_shape):
        raise ValueError(f"Invalid shape for tensor {tensor.name}, expected {expected_shape}, got {static}.")
    return tensor


def _squeezed_if(wanted: int, difference: Any, tensor: Any) -> Any:
    """The tensor, without its last dimension if the run finds the wanted difference of ranks."""
    shape = tensor.get_shape()
    if shape.ndims is not None and not shape.dims[-1].is_compatible_with(1):
        return tensor
    return v1.cond(v1.equal(wanted, difference), lambda: v1.squeeze(tensor, [-1]), lambda: tensor)


def _as_vector(shape: Any, tensor: Any) -> Any:
    vector = np.asarray(shape)
    if not isinstance(shape, np.ndarray) and (vector.size == 0 or vector.dtype == np.int64):
        vector = vector.astype(np.int32)
    if vector.ndim > 1:
        raise ValueError(f"Invalid rank {vector.ndim} for shape {vector} expected of tensor {tensor.name}.")
    _check_type(vector.dtype, vector, tensor)
    return vector


def _check_type(dtype: Any, shape: Any, tensor: Any) -> None:
    if dtype != v1.int32:
        raise ValueError(f"Invalid dtype {dtype} for shape {shape} expected of tensor {tensor.name}.")


def _checked(tensor: Any, wanted: Any) -> Any:
    """The tensor behind a check at the run of its rank and of the dimensions that are not wanted to be -1."""
    with v1.name_scope(f"{tensor.op.name}/", values=[tensor]):
        with v1.name_scope("assert_shape", values=[tensor]) as scope:
            actual = v1.shape(tensor, name="actual")
            if isinstance(wanted, v1.TensorShape) and not wanted.is_fully_defined():
                wanted = [-1 if size is None else size for size in wanted.as_list()]
            same_rank = v1.equal(v1.size(wanted), v1.rank(tensor, name="actual_rank"))
            same = v1.reduce_all(v1.logical_or(v1.equal(wanted, -1), v1.equal(wanted, actual)))
            text = [f"Wrong shape for {tensor.name} [expected] [actual].", wanted, actual]
            check = v1.Assert(v1.logical_and(same_rank, same), text, name=scope)
        with v1.control_dependencies([check]):
            return v1.identity(tensor)
