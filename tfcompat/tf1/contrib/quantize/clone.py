"""Operations made again with other inputs."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def clone(op: Any, name: str, new_inputs: dict[int, Any]) -> Any:
    """An operation like `op` under another name, with some of its inputs replaced."""
    inputs = [new_inputs.get(at, tensor) for at, tensor in enumerate(op.inputs)]
    if op.type == "Mul":
        return v1.multiply(inputs[0], inputs[1], name=name).op
    if op.type in ("Add", "AddV2"):
        return v1.add(inputs[0], inputs[1], name=name).op
    if op.type == "MatMul":
        _check_shapes(op, inputs, (2, 2), 1, 0)
    elif op.type in ("Conv2D", "DepthwiseConv2dNative"):
        _check_shapes(op, inputs, (4, 4), 3, 2)
    else:
        raise TypeError(f"Unsupported operation type: {op.type}")
    return clone_layer(op, inputs[0], inputs[1], name).op


def clone_layer(layer_op: Any, input_tensor: Any, weight_tensor: Any, name: str) -> Any:
    """The output of a layer like `layer_op`, of another input and other weights."""
    if layer_op.type == "MatMul":
        return v1.matmul(
            input_tensor,
            weight_tensor,
            transpose_a=layer_op.get_attr("transpose_a"),
            transpose_b=layer_op.get_attr("transpose_b"),
            name=name,
        )
    options = {"strides": layer_op.get_attr("strides"), "padding": layer_op.get_attr("padding").decode()}
    if layer_op.type == "DepthwiseConv2dNative":
        return v1.nn.depthwise_conv2d(input_tensor, weight_tensor, name=name, **options)
    if layer_op.type != "Conv2D":
        raise ValueError(f"Cannot handle operation of type: {layer_op.type}")
    return v1.nn.conv2d(
        input_tensor,
        weight_tensor,
        use_cudnn_on_gpu=layer_op.get_attr("use_cudnn_on_gpu"),
        data_format=layer_op.get_attr("data_format").decode(),
        name=name,
        **options,
    )


def clone_batch_to_space(op: Any, tensor: Any, name: str) -> Any:
    """A `BatchToSpaceND` like `op` of another tensor."""
    return v1.batch_to_space_nd(tensor, op.inputs[1], op.inputs[2], name=name)


def assert_same_shape(what: str, op: Any) -> None:
    """Raises ValueError if an operation's first input and output differ in shape."""
    before, after = op.inputs[0].get_shape(), op.outputs[0].get_shape()
    if not before.is_compatible_with(after):
        raise ValueError(f"{what} should not change tensor shape: input {before}, output {after}")


def _check_shapes(op: Any, inputs: list[Any], ndims: tuple[int, int], of_input: int, of_weights: int) -> None:
    shapes = [tensor.get_shape() for tensor in inputs[:2]]
    if tuple(len(shape) for shape in shapes) != ndims or shapes[0][of_input] != shapes[1][of_weights]:
        raise ValueError(f"Incompatible shapes for op {op.name} inputs: {shapes[0]} and {shapes[1]}")
