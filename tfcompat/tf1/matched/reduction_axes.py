"""Reducing over all axes of a scalar: a constant of no axes, where TensorFlow 2 computes the axes in the graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.internals import constant_op, context, dtypes, sparse_tensor
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops._ReductionDims")
def reduction_dims(original: Callable[..., Any], x: Any, axis: Any) -> Any:
    if axis is not None or context.executing_eagerly():
        return original(x, axis)
    if isinstance(x, sparse_tensor.SparseTensor):
        rank = x.dense_shape.shape[0] if x.dense_shape.shape.is_fully_defined() else None
    else:
        rank = getattr(getattr(x, "shape", None), "rank", None)
    if rank is None:
        return original(x, axis)
    return constant_op.constant(np.arange(rank), dtype=dtypes.int32)
