"""An op's own seed is the number of ops in its graph so far (`tf.get_seed`); TensorFlow 2 counts random ops instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, ops
from tfcompat.backend.replace import replaces

_LARGEST = 2**31 - 1
_DEFAULT_GRAPH_SEED = 87654321


@replaces("tensorflow.python.framework.random_seed.get_seed")
def get_seed(original: Callable[..., Any], op_seed: int | None) -> tuple[int | None, int | None]:
    if context.executing_eagerly():
        return original(op_seed)
    graph = ops.get_default_graph()
    graph_seed = graph.seed
    if op_seed is None:
        if graph_seed is None:
            return None, None
        if hasattr(graph, "_seed_used"):
            graph._seed_used = True
        op_seed = graph.num_operations()
    if graph_seed is None:
        graph_seed = _DEFAULT_GRAPH_SEED
    seeds = graph_seed % _LARGEST, op_seed % _LARGEST
    return (0, _LARGEST) if seeds == (0, 0) else seeds  # the kernels read (0, 0) as "no seed"
