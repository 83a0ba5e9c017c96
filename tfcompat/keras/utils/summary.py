"""`model.summary()` as Keras 2.3.1 printed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.keras.utils.progress import tell

_PLAIN = (65, (0.45, 0.85, 1.0), ("Layer (type)", "Output Shape", "Param #"))
_CONNECTED = (98, (0.33, 0.55, 0.67, 1.0), ("Layer (type)", "Output Shape", "Param #", "Connected to"))


def print_summary(
    model: Any, line_length: Any = None, positions: Any = None, print_fn: Callable[[str], Any] | None = None
) -> None:
    """Prints a row for each layer: name and class, output shape, number of weights, and what it is connected to."""
    say = print_fn or tell
    nodes = None if _is_stack(model) else [node for row in model._nodes_by_depth.values() for node in row]
    length, places, titles = _PLAIN if nodes is None else _CONNECTED
    length, places = line_length or length, positions or places
    ends = [int(length * place) if places[-1] <= 1 else place for place in places]
    say(f'Model: "{model.name}"')
    say("_" * length)
    say(_row(titles, ends))
    say("=" * length)
    layers = model.layers
    for place, layer in enumerate(layers):
        fields = [f"{layer.name} ({type(layer).__name__})", shape_of(layer), layer.count_params()]
        connections = _connections(layer, nodes) if nodes is not None else []
        if nodes is not None:
            fields.append(connections[0] if connections else "")
        say(_row(fields, ends))
        for each in connections[1:]:
            say(_row(["", "", "", each], ends))
        say(("=" if place == len(layers) - 1 else "_") * length)
    trainable, other = _size(getattr(model, "_collected_trainable_weights", model.trainable_weights)), 0
    other = _size(model.non_trainable_weights)
    say(f"Total params: {trainable + other:,}")
    say(f"Trainable params: {trainable:,}")
    say(f"Non-trainable params: {other:,}")
    say("_" * length)


def _row(fields: Any, ends: list[Any]) -> str:
    line = ""
    for place, field in enumerate(fields):
        line = (line[:-1] + " " if place else line) + str(field)
        line = line[: ends[place]].ljust(ends[place])
    return line


def shape_of(layer: Any) -> Any:
    """A layer's output shape; `multiple` if it has several."""
    try:
        shape = layer.output_shape
    except (AttributeError, RuntimeError):
        return "multiple"
    return shape[0] if isinstance(shape, list) and len(shape) == 1 else shape


def _size(weights: Any) -> int:
    return sum({id(each): int(each.shape.num_elements()) for each in weights}.values())


def _is_stack(model: Any) -> bool:
    """Whether every layer has one layer before it, so that no column tells of connections."""
    if type(model).__name__ == "Sequential" or not model._is_graph_network:
        return True
    rows = list(model._nodes_by_depth.values())
    if any(len(row) > 1 or (row and len(_inbound(row[0])) > 1) for row in rows):
        return False
    nodes = [node for row in rows for node in row]
    return all(sum(node in nodes for node in layer._inbound_nodes) <= 1 for layer in model.layers)


def _inbound(node: Any) -> list[Any]:
    return list(node.iterate_inbound())


def _connections(layer: Any, nodes: list[Any]) -> list[str]:
    model = module("engine.functional").Functional  # its own node comes before those of its calls
    relevant = [node for node in layer._inbound_nodes if not nodes or node in nodes]
    return [
        f"{inbound.name}[{node_index + isinstance(inbound, model)}][{tensor_index}]"
        for node in relevant
        for inbound, node_index, tensor_index, _ in _inbound(node)
    ]
