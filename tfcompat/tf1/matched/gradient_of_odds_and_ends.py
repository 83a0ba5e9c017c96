"""Gradients of `Cumprod`, `Sign`, `DynamicPartition`, `ReluGrad`, `SegmentMean`: a different op or two each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, constant_op, gen_data_flow_ops, gen_nn_ops, math_ops
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("Cumprod")
def cumprod(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x, axis = op.inputs
    exclusive, reverse = op.get_attr("exclusive"), op.get_attr("reverse")
    product = math_ops.cumprod(x, axis, exclusive=exclusive, reverse=reverse)
    flowing = math_ops.cumsum(product * grad, axis, exclusive=exclusive, reverse=not reverse)
    return [flowing / x, None]


@replaces_gradient("Sign")
def sign(original: Callable[..., Any], op: Any, _: Any) -> Any:
    return array_ops.zeros(array_ops.shape(op.inputs[0]), dtype=op.inputs[0].dtype)


@replaces_gradient("ReluGrad")
def relu_grad(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    x = op.inputs[1]
    return gen_nn_ops.relu_grad(grad, x), array_ops.zeros(shape=array_ops.shape(x), dtype=x.dtype)


@replaces_gradient("DynamicPartition")
def dynamic_partition(original: Callable[..., Any], op: Any, *grads: Any) -> Any:
    data, places = op.inputs
    count = op.get_attr("num_partitions")
    prefix = array_ops.shape(places)
    numbers = array_ops.reshape(math_ops.range(math_ops.reduce_prod(prefix)), prefix)
    parts = gen_data_flow_ops.dynamic_partition(numbers, places, count)
    joined = gen_data_flow_ops.dynamic_stitch(parts, grads)
    return [array_ops.reshape(joined, array_ops.shape(data)), None]


@replaces_gradient("SegmentMean")
def segment_mean(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    rank = array_ops.rank(op.inputs[0])
    rows = array_ops.shape(op.inputs[1])
    shape = array_ops.concat([rows, array_ops.fill(array_ops.expand_dims(rank - 1, 0), 1)], 0)
    ones = array_ops.fill(shape, constant_op.constant(1, dtype=grad.dtype))
    scaled = math_ops.divide(grad, math_ops.segment_sum(ones, op.inputs[1]))
    return array_ops.gather(scaled, op.inputs[1]), None
