"""The size of a `tf.TensorArray` is always an op, and its gradients have no barrier between write and read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import gen_data_flow_ops, tensor_array_grad, tensor_array_ops
from tfcompat.backend.internals_gradients import replaces_gradient
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.tensor_array_ops._GraphTensorArray.size")
def size(original: Callable[..., Any], self: Any, name: str | None = None) -> Any:
    return gen_data_flow_ops.tensor_array_size_v3(handle=self._handle, flow_in=self.flow, name=name)


def _gradients(op: Any, flow: Any) -> Any:
    array = tensor_array_ops.TensorArray(
        dtype=op.get_attr("T"), handle=op.inputs[0], flow=flow, colocate_with_first_write_call=False
    )
    return array.grad(source=tensor_array_grad._GetGradSource(flow), flow=flow)


@replaces_gradient("TensorArrayWrite", "TensorArrayWriteV2", "TensorArrayWriteV3")
def write(original: Callable[..., Any], op: Any, flow: Any) -> Any:
    return [None, None, _gradients(op, flow).read(op.inputs[1]), flow]


@replaces_gradient("TensorArrayScatter", "TensorArrayScatterV2", "TensorArrayScatterV3")
def scatter(original: Callable[..., Any], op: Any, flow: Any) -> Any:
    return [None, None, _gradients(op, flow).gather(op.inputs[1]), flow]


@replaces_gradient("TensorArraySplit", "TensorArraySplitV2", "TensorArraySplitV3")
def split(original: Callable[..., Any], op: Any, flow: Any) -> Any:
    return [None, None, _gradients(op, flow).concat(), None, flow]
