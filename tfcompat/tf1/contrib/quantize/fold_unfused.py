"""Batch normalizations of single operations (`…BatchNorm/batchnorm_1/…`) folded into the layers before them."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.quantize import common
from tfcompat.tf1.contrib.quantize.batch_norm_match import BatchNormMatch
from tfcompat.tf1.contrib.quantize.clone import assert_same_shape, clone, clone_batch_to_space
from tfcompat.tf1.contrib.quantize.corrections import corrections
from tfcompat.tf1.contrib.quantize.input_to_ops import InputToOps

_NORM = "BatchNorm/batchnorm_1/"
_READ = {
    True: {
        "gamma_tensor": "BatchNorm/gamma/Read/ReadVariableOp",
        "moving_variance_tensor": "BatchNorm/moving_variance/Read/ReadVariableOp",
        "moving_mean_tensor": "BatchNorm/moving_mean/Read/ReadVariableOp",
    },
    False: {
        "gamma_tensor": "BatchNorm/gamma",
        "moving_variance_tensor": "BatchNorm/moving_variance/read",
        "moving_mean_tensor": "BatchNorm/moving_mean/read",
    },
}
_OTHERS = {
    "mean_tensor": "BatchNorm/moments/Squeeze",
    "variance_tensor": "BatchNorm/moments/Squeeze_1",
    "batch_epsilon": f"{_NORM}add/y",
    "bn_decay_mean_tensor": "BatchNorm/AssignMovingAvg/decay",
    "bn_decay_var_tensor": "BatchNorm/AssignMovingAvg_1/decay",
}


def fold_unfused(graph: Any, is_training: bool, freeze_batch_norm_delay: int | None) -> None:
    """Puts a layer with scaled weights, and an addition, in the place of layer and batch normalization."""
    consumers = InputToOps(graph).ConsumerOperations
    for context in common.BatchNormGroups(graph):
        rsqrt = graph.get_operation_by_name(f"{context}{_NORM}Rsqrt")
        has_scaling = sum(op.type == "Mul" for op in consumers(rsqrt)) == 1
        shift = graph.get_operation_by_name(f"{context}{_NORM}add_1")
        if not shift.outputs[0].consumers():
            continue
        folded = _folded(graph, context, shift, has_scaling, freeze_batch_norm_delay, is_training)
        user = common.GetEndpointActivationOp(graph, context)
        if user is None:
            # The addition beside the layer's scope, `a/` for `a/b/`.
            scope = context[: context.rfind("/", 0, -1) + 1]
            user = graph.get_operation_by_name(f"{scope}AddV2")
        if common.RerouteTensor(folded.outputs[0], shift.outputs[0], can_modify=[user]) != 1:
            raise ValueError(f"Unexpected inputs to op: {user.name}")


def _folded(
    graph: Any,
    context: str,
    shift: Any,
    has_scaling: bool,
    freeze_batch_norm_delay: int | None,
    is_training: bool,
) -> Any:
    """The addition that stands for `shift`, the last operation of the normalization."""
    product = graph.get_operation_by_name(f"{context}{_NORM}{'mul_1' if has_scaling else 'mul'}")
    layer, batch_to_space = product.inputs[0].op, None
    if layer.type == "BatchToSpaceND":
        layer, batch_to_space = layer.inputs[0].op, layer
    if layer.type not in ("Conv2D", "DepthwiseConv2dNative", "MatMul"):
        raise ValueError(f"Cannot handle operation of type: {layer.type}")
    weights = layer.inputs[1]
    match = _parameters(graph, context, has_scaling)
    scale = reciprocal = offset = None
    if is_training:
        scale, reciprocal, offset = corrections(context, match, freeze_batch_norm_delay)
    replaced = {}
    if layer.type == "DepthwiseConv2dNative":
        shape = weights.get_shape().as_list()[2:4]
        factor = graph.get_operation_by_name(f"{context}{_NORM}{'mul' if has_scaling else 'Rsqrt'}").outputs[0]
        replaced[1] = v1.reshape(factor, shape, f"{context}scale_reshape")
        if scale is not None:
            scale = v1.reshape(scale, shape, f"{context}correction_reshape")
    if scale is not None:
        with v1.device(product.device):
            weights = v1.multiply(scale, weights, f"{context}correction_mult")
    folded = clone(product, f"{context}mul_fold", {0: weights, **replaced})
    assert_same_shape("mul_fold", folded)
    folded = clone(layer, f"{layer.name}_Fold", {1: folded.outputs[0]})
    output = folded.outputs[0]
    if batch_to_space is not None:
        output = clone_batch_to_space(batch_to_space, output, f"{batch_to_space.name}_Fold")
    if offset is not None:
        with v1.device(folded.device):
            output = v1.multiply(reciprocal, output, f"{context}post_conv_mul")
            output = v1.add(output, offset, f"{context}correction_add")
    added = clone(shift, f"{context}add_fold", {0: output})
    assert_same_shape("add_fold", added)
    return added


def _parameters(graph: Any, context: str, has_scaling: bool) -> BatchNormMatch:
    suffixes = _OTHERS | _READ[bool(v1.get_variable_scope().use_resource)]
    found = {key: _nearest(graph, suffix, context) for key, suffix in suffixes.items()}
    if not has_scaling:
        found["gamma_tensor"] = v1.ones(found["moving_mean_tensor"].shape)
    return BatchNormMatch(**found)


def _nearest(graph: Any, suffix: str, scope: str) -> Any:
    """The output of the operation that ends in `suffix` and shares most parts of its name with `scope`, or None."""
    parts = set(scope.split("/"))
    shared = {
        op.name: len(set(op.name.split("/")) & parts) for op in graph.get_operations() if op.name.endswith(suffix)
    }
    shared = {name: count for name, count in shared.items() if count or not scope}
    return graph.get_tensor_by_name(max(shared, key=lambda name: shared[name]) + ":0") if shared else None
