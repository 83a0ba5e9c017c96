"""`tf.sparse_placeholder` of a known shape: the shape itself, which is no placeholder with a default."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, dtypes, ops, sparse_tensor, tensor_lib
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops.sparse_placeholder")
def sparse_placeholder(original: Callable[..., Any], dtype: Any, shape: Any = None, name: str | None = None) -> Any:
    if shape is None:
        return original(dtype, shape, name)
    if isinstance(shape, tensor_lib.Tensor):
        rank, dense_shape = shape.get_shape()[0], shape
    else:
        rank = len(shape)
        if any(size is None or getattr(size, "value", size) is None for size in shape):
            dense_shape = array_ops.placeholder(dtypes.int64, [rank], _below(name, "shape"))
        else:
            dense_shape = ops.convert_to_tensor(shape, dtypes.int64, _below(name, "shape"))
    return sparse_tensor.SparseTensor(
        values=array_ops.placeholder(dtype, [None], _below(name, "values")),
        indices=array_ops.placeholder(dtypes.int64, [None, rank], _below(name, "indices")),
        dense_shape=dense_shape,
    )


@replaces("tensorflow.python.framework.sparse_tensor.SparseTensor.__init__")
def make(original: Callable[..., Any], made: Any, indices: Any, values: Any, dense_shape: Any) -> None:
    """Today's SparseTensor looks at a constant shape at once, after which nothing may be fed in its place."""
    graph = ops.get_default_graph()
    before = set(map(id, graph._unfeedable_tensors))
    original(made, indices, values, dense_shape)
    if len(graph._unfeedable_tensors) > len(before):
        for tensor in [each for each in graph._unfeedable_tensors if id(each) not in before]:
            graph._unfeedable_tensors.discard(tensor)


def _below(name: str | None, part: str) -> str | None:
    return None if name is None else f"{name}/{part}"
