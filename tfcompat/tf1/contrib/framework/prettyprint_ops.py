"""Prints what a tensor is whenever it is used."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def print_op(
    input_: Any,
    data: Any = None,
    message: str | None = None,
    first_n: int | None = None,
    summarize: int = 20,
    print_tensor_name: bool = True,
    print_tensor_type: bool = True,
    print_shape: bool = True,
    summarize_indicator_vector: bool = True,
    name: str | None = None,
) -> Any:
    """The input; each use of it prints its name, type, shape and value, and those of the tensors in `data`.

    Raises:
      ValueError: something is no tensor, sparse tensor, tensor array or variable.
    """
    wanted = print_tensor_name, print_tensor_type, print_shape, summarize_indicator_vector
    parts = [part for each in [input_, *(data or [])] for part in _get_tensor_repr(each, *wanted)]
    if isinstance(input_, (v1.Tensor, v1.Variable)):
        return v1.Print(input_, parts, message or "", first_n, summarize, name)
    printed = v1.Print(v1.constant([]), parts, message or "", first_n, summarize, name)
    with v1.control_dependencies([printed]):
        if isinstance(input_, v1.SparseTensor):
            return v1.SparseTensor(*(v1.identity(each) for each in (input_.indices, input_.values, input_.dense_shape)))
        return v1.TensorArray(dtype=input_.dtype, handle=input_.handle, flow=v1.identity(input_.flow))


def _get_tensor_repr(
    tensor: Any,
    print_tensor_name: bool = True,
    print_tensor_type: bool = True,
    print_shape: bool = True,
    summarize_indicator_vector: bool = True,
) -> list[Any]:
    """The tensors to print for one."""
    kind = _kind(tensor)
    parts: list[Any] = []
    if print_tensor_name and kind == "Tensor":
        parts.append(v1.constant(f"Name: {tensor.name}"))
    if print_tensor_type:
        parts.append(v1.constant(f"Type: {kind} ({tensor.dtype.name})"))
    if print_shape and kind == "SparseTensor":
        parts += [v1.constant("Shape:"), tensor.dense_shape]
    elif print_shape and kind == "Tensor":
        parts.append(v1.constant(f"Shape: {tensor.get_shape().dims}"))
    elif print_shape and kind == "TensorArray":
        parts += [v1.constant("Size:"), tensor.size()]
    if summarize_indicator_vector and tensor.dtype == v1.bool:
        parts += [v1.constant("First True in Boolean tensor at:"), v1.argmax(v1.cast(tensor, v1.uint8), 0)]
    if kind == "SparseTensor":
        parts += [v1.constant("Sparse indices:"), tensor.indices, v1.constant("Sparse values:"), tensor.values]
    elif kind == "Tensor":
        parts += [v1.constant("Value:"), tensor]
    elif kind == "TensorArray":
        parts += [v1.constant("Value:"), tensor.stack()]
    return parts


def _kind(tensor: Any) -> str:
    for kind in ("Tensor", "SparseTensor", "TensorArray", "Variable"):
        if isinstance(tensor, getattr(v1, kind)):
            return kind
    raise ValueError(f"expected a Tensor, SparseTensor, TensorArray or Variable, got {type(tensor).__name__}")
