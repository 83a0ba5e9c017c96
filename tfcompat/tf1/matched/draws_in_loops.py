"""Draws in a `tf.while_loop` or `tf.nn.dynamic_rnn` come in the order of the iterations.

1.15's executor started iterations so far apart that they did; today's starts the draws of several at once. One
iteration at a time brings the order back without another op in the graph.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import attr_value_pb2, ops
from tfcompat.backend.replace import replaces

_DRAWS = {
    "Multinomial",
    "ParameterizedTruncatedNormal",
    "RandomGamma",
    "RandomPoisson",
    "RandomPoissonV2",
    "RandomShuffle",
    "RandomStandardNormal",
    "RandomUniform",
    "RandomUniformInt",
    "TruncatedNormal",
}
_ordered: weakref.WeakKeyDictionary[Any, set[str]] = weakref.WeakKeyDictionary()  # graph -> names of loops


@replaces("tensorflow.python.ops.control_flow_ops.WhileContext.BuildLoop")
def build_loop(original: Callable[..., Any], self: Any, *args: Any, **options: Any) -> Any:
    graph = ops.get_default_graph()
    before = graph.num_operations()
    result = original(self, *args, **options)
    made = graph.get_operations()[before:]
    if any(op.type in _DRAWS and _inside(op._get_control_flow_context(), self) for op in made):
        _ordered.setdefault(graph, set()).add(self.name)
        one = attr_value_pb2.AttrValue(i=1)
        for op in made:
            if op.type in ("Enter", "RefEnter") and op.get_attr("frame_name").decode() == self.name:
                op._set_attr("parallel_iterations", one)
    return result


@replaces("tensorflow.python.ops.control_flow_ops._Enter")
def enter(
    original: Callable[..., Any],
    tensor: Any,
    frame_name: str,
    is_constant: bool = False,
    parallel_iterations: int = 10,
    **options: Any,
) -> Any:
    """What gradients bring into a loop later must agree with what is there."""
    if frame_name in _ordered.get(ops.get_default_graph(), ()):
        parallel_iterations = 1
    return original(tensor, frame_name, is_constant, parallel_iterations, **options)


def _inside(context: Any, loop: Any) -> bool:
    while context is not None and context is not loop:
        context = context.outer_context
    return context is not None
