"""What a graph is fed by."""

from __future__ import annotations

from typing import Any


def get_placeholders(graph: Any) -> list[Any]:
    """The tensors of all placeholders of a graph, in the order in which they were made."""
    return [
        tensor
        for operation in graph.get_operations()
        if operation.type == "Placeholder"
        for tensor in operation.values()
    ]
