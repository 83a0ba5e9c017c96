"""Which operations of a graph are layers: weights, an optional bias or folded batch norm, bypass and activation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tfcompat.tf1.contrib.quantize.graph_matcher import GraphMatcher, MatchResult, OneofPattern, OpTypePattern, Pattern

_LAYERS = "Conv2D|DepthwiseConv2dNative|MatMul"
_ADD = "Add|AddV2"
_ANY = "*"


class LayerMatch(NamedTuple):
    """A layer: its operations, those that it lacks None."""

    layer_op: Any
    weight_tensor: Any
    activation_op: Any
    bypass_op: Any = None
    post_activation_bypass_op: Any = None
    bias_add_op: Any = None


def find_layers(graph: Any) -> list[LayerMatch]:
    """Each layer once, by the largest pattern that it is part of."""
    found: dict[Any, LayerMatch] = {}
    for match in _all_matches(graph):
        if match is not None:
            found.setdefault(match.layer_op, match)
    return list(found.values())


def _loose(op_types: str, inputs: list[Any]) -> OpTypePattern:
    return OpTypePattern(op_types, inputs=inputs, ordered_inputs=False)


class _Patterns:
    """The patterns, each made of those before it."""

    def __init__(self) -> None:
        variable = OpTypePattern("Variable|VariableV2")
        part = OpTypePattern("Identity", inputs=[variable])
        parts = OpTypePattern("ConcatV2", inputs=[part, _ANY, _ANY])
        self.read = OpTypePattern("Identity", inputs=[OneofPattern([part, parts, variable])])
        self.read_resource = OpTypePattern("ReadVariableOp")
        self.folded_weight = OpTypePattern("Mul")
        weight = OneofPattern([self.read, self.read_resource, self.folded_weight])
        self.layer = _loose(_LAYERS, [OpTypePattern(_ANY), weight])
        atrous = OpTypePattern("BatchToSpaceND", inputs=[self.layer, _ANY, _ANY])
        output = OneofPattern([atrous, self.layer])
        # The second part of a separable convolution: its weights were not recognized.
        self.separable = _loose(_LAYERS, [OneofPattern([output]), _ANY])
        corrected = _loose(_ADD, [_loose("Mul", [_ANY, output]), _ANY])
        self.folded_bias = _loose(_ADD, [corrected, _ANY])
        batch_norm = OpTypePattern("Identity", inputs=[self.folded_bias])
        self.bias = _loose(f"{_ADD}|BiasAdd", [output, _ANY])
        before = [self.bias, self.folded_bias, batch_norm]
        self.bypass = _loose(_ADD, [OneofPattern(before), _ANY])
        self.activation = OpTypePattern(
            "Relu|Relu6|Identity", inputs=[OneofPattern([*before, self.bypass, self.layer])]
        )
        self.late_bypass = _loose(_ADD, [_ANY, self.activation])


def _all_matches(graph: Any) -> Iterator[LayerMatch | None]:
    patterns = _Patterns()
    for match in GraphMatcher(patterns.late_bypass).match_graph(graph):
        yield _layer(patterns, match, match.get_op(patterns.activation), late=match.get_op(patterns.late_bypass))
    for match in GraphMatcher(patterns.activation).match_graph(graph):
        activation = match.get_op(patterns.activation)
        yield None if _feeds_batch_norm(activation) else _layer(patterns, match, activation)
    for match in GraphMatcher(OneofPattern([patterns.bias, patterns.folded_bias])).match_graph(graph):
        activation = _first_op(match, patterns.bias, patterns.folded_bias)
        yield LayerMatch(match.get_op(patterns.layer), _weights(patterns, match), activation)
    for match in GraphMatcher(patterns.separable).match_graph(graph):
        layer = match.get_op(patterns.layer)
        weights = _first_tensor(match, patterns.read, patterns.read_resource)
        yield LayerMatch(layer, weights, layer)


def _layer(patterns: _Patterns, match: MatchResult, activation: Any, late: Any = None) -> LayerMatch:
    bias = _first_op(match, patterns.bias, patterns.folded_bias)
    weights, bypass = _weights(patterns, match), match.get_op(patterns.bypass)
    return LayerMatch(match.get_op(patterns.layer), weights, activation, bypass, late, bias)


def _weights(patterns: _Patterns, match: MatchResult) -> Any:
    return _first_tensor(match, patterns.read, patterns.read_resource, patterns.folded_weight)


def _first_tensor(match: MatchResult, *patterns: Pattern) -> Any:
    return next((found for found in map(match.get_tensor, patterns) if found is not None), None)


def _first_op(match: MatchResult, *patterns: Pattern) -> Any:
    return next((found for found in map(match.get_op, patterns) if found is not None), None)


def _feeds_batch_norm(activation: Any) -> bool:
    """Whether an identity behind a layer only leads to a fused batch norm, which is yet to come."""
    if activation.type != "Identity" or len(activation.outputs) != 1:
        return False
    consumers = activation.outputs[0].consumers()
    return len(consumers) == 1 and consumers[0].type in ("FusedBatchNorm", "FusedBatchNormV3")
