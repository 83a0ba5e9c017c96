"""Reducing over all axes: known beforehand for a tensor of known rank, a scalar too, and for nothing else.

A variable or a list has its axes computed in the graph; TensorFlow 2 looks at the shape of either.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.internals import array_ops, constant_op, context, dtypes, math_ops, sparse_tensor, tensor_lib
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops._ReductionDims")
def reduction_dims(original: Callable[..., Any], x: Any, axis: Any) -> Any:
    if axis is not None or context.executing_eagerly():
        return original(x, axis)
    if isinstance(x, sparse_tensor.SparseTensor):
        rank = x.dense_shape.shape.as_list()[0] if x.dense_shape.shape.is_fully_defined() else None
    else:
        rank = x.shape.rank if isinstance(x, tensor_lib.Tensor) else None
    if rank is None:
        return math_ops.range(0, array_ops.rank(x))
    return constant_op.constant(np.arange(rank), dtype=dtypes.int32)
