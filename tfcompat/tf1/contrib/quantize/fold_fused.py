"""Fused batch normalizations folded into the layers before them."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import attr_value_pb2
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.quantize import common
from tfcompat.tf1.contrib.quantize.batch_norm_match import BatchNormMatch
from tfcompat.tf1.contrib.quantize.clone import clone_batch_to_space, clone_layer
from tfcompat.tf1.contrib.quantize.corrections import corrections
from tfcompat.tf1.contrib.quantize.fused_patterns import FusedPatterns
from tfcompat.tf1.contrib.quantize.graph_matcher import MatchResult

_GRADIENT = "FoldFusedBatchNormGrad"


def fold_fused(graph: Any, freeze_batch_norm_delay: int | None) -> None:
    """Puts a layer with scaled weights, and an addition, in the place of layer and batch normalization."""
    for match in _find(graph):
        scope, sep, _ = match.layer_op.name.rpartition("/")
        with graph.as_default(), graph.name_scope(scope + sep):
            _fold(graph, match, scope + sep, sep, freeze_batch_norm_delay)


def _fold(graph: Any, match: BatchNormMatch, scope: str, sep: str, freeze_batch_norm_delay: int | None) -> None:
    scale = reciprocal = offset = None
    with graph.name_scope(f"{scope}BatchNorm_Fold{sep}"):
        multiplier = match.gamma_tensor * v1.rsqrt(match.variance_tensor + match.bn_op.get_attr("epsilon"))
        bias = v1.subtract(match.beta_tensor, match.mean_tensor * multiplier, name="bias")
        if match.bn_op.get_attr("is_training"):
            scale, reciprocal, offset = corrections("", match, freeze_batch_norm_delay)
        weights = match.weight_tensor
        if match.layer_op.type == "DepthwiseConv2dNative":
            shape = weights.get_shape().as_list()[2:4]
            multiplier = v1.reshape(multiplier, shape, name="scale_reshape")
            if scale is not None:
                scale = v1.reshape(scale, shape, name="correction_reshape")
    if scale is not None:
        weights = v1.multiply(scale, weights, name="correction_mult")
    weights = v1.multiply(weights, multiplier, name="mul_fold")
    name = match.layer_op.name.split("/")[-1] + "_Fold"
    output = clone_layer(match.layer_op, match.input_tensor, weights, name)
    if match.layer_op.type == "DepthwiseConv2dNative" and match.batch_to_space_op:
        op = match.layer_op.outputs[0].consumers()[0]
        output = clone_batch_to_space(op, output, op.name.split("/")[-1] + "_Fold")
    if reciprocal is not None:
        output = v1.multiply(reciprocal, output, name="post_conv_mul")
        output = v1.add(output, offset, "correction_add")
    output = v1.add(output, bias, name="add_fold")
    if common.RerouteTensor(output, match.output_tensor) == 0:
        raise ValueError(f"Folding batch norms failed, {match.output_tensor.name} had no outputs.")


def _find(graph: Any) -> list[BatchNormMatch]:
    """Each layer with a fused batch normalization once."""
    patterns = FusedPatterns()
    found: dict[Any, Any] = {}
    for match in patterns.matches(graph):
        batch_norm = _batch_norm(graph, patterns, match)
        if batch_norm is not None:
            found.setdefault(batch_norm.layer_op, batch_norm)
    return list(found.values())


def _batch_norm(graph: Any, patterns: FusedPatterns, match: MatchResult) -> BatchNormMatch | None:
    layer_op, bn_op = match.get_op(patterns.layer), match.get_op(patterns.batch_norm)
    output = bn_op.outputs[0]
    if layer_op.type == "MatMul":
        reshape = match.get_op(patterns.reshaped)
        if reshape is None:
            return None
        output = reshape.outputs[0]
    if not output.consumers():
        return None
    found = BatchNormMatch(
        layer_op=layer_op,
        bn_op=bn_op,
        output_tensor=output,
        input_tensor=match.get_tensor(patterns.input),
        weight_tensor=match.get_tensor(patterns.weight),
        gamma_tensor=match.get_tensor(patterns.gamma),
        beta_tensor=match.get_tensor(patterns.beta),
        mean_tensor=match.get_tensor(patterns.mean),
        variance_tensor=match.get_tensor(patterns.variance),
        batch_epsilon=bn_op.get_attr("epsilon"),
        batch_to_space_op=match.get_op(patterns.batch_to_space),
    )
    if not bn_op.get_attr("is_training"):
        return found
    return found._replace(**_of_batch(graph, patterns, bn_op, match.get_tensor(patterns.layer)))


def _of_batch(graph: Any, patterns: FusedPatterns, bn_op: Any, layer: Any) -> dict[str, Any]:
    """The batch's moments, and what moves the averages of them."""
    # What remains of the operation only gives moments, so its gradient is that of the moments.
    bn_op._set_attr("_gradient_op_type", attr_value_pb2.AttrValue(s=_GRADIENT.encode()))
    found: dict[str, Any] = {"mean_tensor": bn_op.outputs[1]}
    scope, sep, _ = bn_op.name.rpartition("/")
    with v1.get_default_graph().name_scope(scope + sep):
        count = v1.cast(v1.size(layer) / v1.size(found["mean_tensor"]), v1.float32)
        # The operation divides by one less than the count of elements; folding needs the plain variance.
        found["variance_tensor"] = v1.multiply(bn_op.outputs[2], (count - 1) / count, name="Undo_Bessel_Correction")
    for average, decay, moment in patterns.moving_averages(graph):
        if moment.name == bn_op.outputs[1].name:
            found.update(moving_mean_tensor=average, bn_decay_mean_tensor=decay)
        if moment.name == bn_op.outputs[2].name:
            found.update(moving_variance_tensor=average, bn_decay_var_tensor=decay)
    return found


@v1.RegisterGradient(_GRADIENT)
def _gradient(op: Any, unused: Any, mean: Any, variance: Any, *rest: Any) -> tuple[Any, ...]:
    x = op.inputs[0]
    count = v1.cast(v1.size(x) / v1.size(mean), v1.float32)
    of_variance = 2 * variance * (x - op.outputs[1]) / (count - 1)
    return mean / count + of_variance, None, None, None, None
