"""What a graph is fed by, and many of its nodes as one."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from tfcompat.backend.v1api import v1


def get_placeholders(graph: Any) -> list[Any]:
    """The tensors of all placeholders of a graph, in the order in which they were made.

    Raises:
      TypeError: it is no graph.
    """
    if not isinstance(graph, v1.Graph):
        raise TypeError(f"Input graph needs to be a Graph: {graph}")
    return [operation.outputs[0] for operation in graph.get_operations() if operation.type == "Placeholder"]


def fuse_op(
    graph_def: Any,
    input_nodes: list[str],
    output_nodes: list[str],
    output_dtypes: Any,
    output_quantized: bool,
    op_name: str,
    op_type: str,
) -> Any:
    """A GraphDef in which one node of type `op_type` stands for what lies between the inputs and the outputs.

    Raises:
      TypeError: not a GraphDef; a text instead of a list; a node between that has another input.
      AssertionError: a node is not in the graph.
    """
    if not isinstance(graph_def, v1.GraphDef):
        raise TypeError("graph_def must be a graph_pb2.GraphDef proto.")
    if isinstance(input_nodes, str):
        raise TypeError("input_nodes must be a list.")
    if isinstance(output_nodes, str):
        raise TypeError("output_nodes must be a list.")
    nodes = {node.name: node for node in graph_def.node}
    for name in [*input_nodes, *output_nodes]:
        if name not in nodes:
            raise AssertionError(f"{name} is not in graph")
    before = _ancestors(input_nodes, nodes)
    needed = _ancestors(output_nodes, nodes)
    for name in needed - before - set(output_nodes):
        stray = (_ancestors([name], nodes, stop=set(input_nodes)) & before) - set(input_nodes)
        if stray:
            raise TypeError(f"Node {name} uses input {min(stray)} not in input_nodes.")
    fused = v1.GraphDef()
    fused.node.extend(node for node in graph_def.node if node.name in before)
    node = fused.node.add(name=op_name, op=op_type, input=input_nodes)
    node.attr["_output_types"].list.type[:] = output_dtypes
    node.attr["_output_quantized"].b = output_quantized
    for place, name in enumerate(output_nodes):
        if len(nodes[name].input) != 1:
            raise AssertionError(f"output node {name} has {len(nodes[name].input)} inputs, expected 1")
        output = copy.deepcopy(nodes[name])
        output.input[:] = [f"{op_name}:{place}" if place else op_name]
        fused.node.append(output)
    fused.node.extend(node for node in graph_def.node if node.name not in needed | before)
    fused.library.CopyFrom(graph_def.library)
    fused.versions.CopyFrom(graph_def.versions)
    return fused


def _ancestors(names: Iterable[str], nodes: dict[str, Any], stop: set[str] | None = None) -> set[str]:
    """The nodes and all that they are made from, but not beyond `stop`."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            if stop is None or name not in stop:
                waiting += [_node_name(each) for each in nodes[name].input]
    return found


def _node_name(tensor: str) -> str:
    return tensor.removeprefix("^").partition(":")[0]
