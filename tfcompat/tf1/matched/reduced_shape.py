"""The shape after a reduction (`math_ops.reduced_shape`) is always computed in the graph, in int32."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, dtypes, gen_data_flow_ops, math_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.reduced_shape")
def reduced_shape(original: Callable[..., Any], input_shape: Any, axes: Any) -> Any:
    if context.executing_eagerly():
        return original(input_shape, axes)
    input_shape = math_ops.cast(input_shape, dtypes.int32)
    axes = math_ops.cast(axes, dtypes.int32)
    rank = array_ops.size(input_shape)
    axes = (axes + rank) % rank
    axes_shape = array_ops.shape(axes)
    places = [math_ops.range(rank), axes]
    return gen_data_flow_ops.dynamic_stitch(places, [input_shape, array_ops.fill(axes_shape, 1)])
