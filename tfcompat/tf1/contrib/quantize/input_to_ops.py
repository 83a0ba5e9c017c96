"""`InputToOps`: which operations consume what an operation makes."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.tf1.contrib.quantize import common


class InputToOps:
    """The consumers in a graph as it is now; what is not part of the model is left out."""

    def __init__(self, graph: Any) -> None:
        self.mapping: dict[str, set[Any]] = collections.defaultdict(set)
        for op in graph.get_operations():
            if not op.name.startswith(common.SKIPPED_PREFIXES):
                for tensor in op.inputs:
                    self.mapping[tensor.name].add(op)

    def ConsumerOperations(self, producer_op: Any) -> set[Any]:  # noqa: N802 (1.15's name)
        """The operations that consume an output of `producer_op`."""
        return {op for tensor in producer_op.outputs for op in self.mapping.get(tensor.name, ())}
