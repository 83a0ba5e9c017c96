"""`Quantize`: fake quantization behind weights and activations."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from tfcompat.tf1.contrib.quantize import input_to_ops
from tfcompat.tf1.contrib.quantize.insert import Inserter
from tfcompat.tf1.contrib.quantize.layer_patterns import find_layers

_ACTIVATIONS = {"Relu", "Relu6", "Identity"}
_RELUS = {"Relu", "Relu6"}
_SOURCES = {"Add", "AddV2", "Mul"}
_PASS_THROUGH = {"Reshape", "Identity", "BatchToSpaceND", "SpaceToBatchND", "MaxPool", "Max"}


def Quantize(  # noqa: N802 (1.15's name)
    graph: Any,
    is_training: bool,
    weight_bits: int = 8,
    activation_bits: int = 8,
    symmetric: bool = False,
    ema_decay: float = 0.999,
    quant_delay: int | None = None,
    vars_collection: Any = "variables",
    scope: str | None = None,
) -> None:
    """Quantizes weights by the range of each batch, activations by moving averages of ranges; only within `scope`."""
    if scope and not scope.endswith("/"):
        scope += "/"

    def inserter(symmetric: bool) -> Inserter:
        return Inserter(is_training, activation_bits, symmetric, ema_decay, quant_delay, vars_collection)

    insert = inserter(symmetric)
    consumers = input_to_ops.InputToOps(graph).ConsumerOperations
    quantized: set[Any] = set()
    for layer in find_layers(graph):
        context = _context(layer.layer_op.name)
        if layer.weight_tensor is not None:
            op = layer.weight_tensor.op
            insert.last_value(context, "weights_quant", op, consumers(op), bits=weight_bits, consumer_scope=scope)
        outer = _context(context) if layer.bypass_op is not None else context
        if layer.activation_op is not None:
            op = layer.activation_op
            insert.moving_average(outer, "act_quant", op, consumers(op), init_min=0.0, producer_scope=scope)
            quantized.add(op)
        both = {"producer_scope": scope, "consumer_scope": scope}
        if layer.bypass_op is not None:
            op = layer.bias_add_op
            insert.moving_average(context, "conv_quant", op, consumers(op), **both)  # type: ignore[arg-type]
            quantized.add(op)
            op = layer.bypass_op
            # What an activation follows is quantized there.
            if not _lead_to(consumers(op), _ACTIVATIONS):
                insert.moving_average(outer, "add_quant", op, consumers(op), **both)  # type: ignore[arg-type]
                quantized.add(op)
        op = layer.post_activation_bypass_op
        if op is not None and not _lead_to(consumers(op), _RELUS):
            name = "post_activation_bypass_quant"
            insert.moving_average(_context(op.name), name, op, consumers(op), producer_scope=scope)
            quantized.add(op)
    # As in 1.15, these are never symmetric.
    _quantize_rest(graph, quantized, inserter(False), scope)


def _quantize_rest(graph: Any, quantized: Collection[Any], insert: Inserter, scope: str | None) -> None:
    """Sums and products of what is quantized."""
    consumers = input_to_ops.InputToOps(graph).ConsumerOperations
    for op in graph.get_operations():
        if _is_of_quantized(op, quantized):
            insert.moving_average(op.name, f"activation_{op.type}_quant", op, consumers(op), producer_scope=scope)


def _is_of_quantized(op: Any, quantized: Collection[Any]) -> bool:
    if op in quantized or op.type not in _SOURCES:
        return False
    consumers = op.outputs[0].consumers() if len(op.outputs) == 1 else []
    if len(consumers) == 1 and consumers[0].type in _RELUS:
        return False
    for tensor in op.inputs:
        source = tensor.op
        while source.type in _PASS_THROUGH:
            source = source.inputs[0].op
        if source.type == "FakeQuantWithMinMaxVars" or source.name.find("delayed_quant/Merge") > 0:
            return True
        if source.type in _SOURCES and any(_is_of_quantized(each.op, quantized) for each in source.inputs):
            return True
    return False


def _lead_to(consumers: Collection[Any], types: Collection[str]) -> bool:
    return any(op.type in types for op in consumers)


def _context(name: str) -> str:
    """The scope of a name."""
    return name.rpartition("/")[0]
