"""`tf.Graph.as_graph_def`: the graph says it was made by 1.15, and prints as it did there.

The ops are 1.15's, so its version number (134) tells a consumer what they mean, and attributes that came later are
left out where they have their default values: 1.15 can import the graph. Printed messages had the entries of
their maps in order; today's protobuf prints them in the order of a hash table.
Source: `tf.Graph.as_graph_def`, `tf.MetaGraphDef`, `tf.AttrValue`, `tf.NodeDef`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.messages import print_in_order
from tfcompat.backend.new_attributes import take_off
from tfcompat.backend.replace import replaces

PRODUCER = 134


@replaces("tensorflow.python.framework.ops.Graph._as_graph_def")
def as_graph_def(original: Callable[..., Any], graph: Any, *args: Any, **kwargs: Any) -> Any:
    graph_def, version = original(graph, *args, **kwargs)
    graph_def.versions.producer = min(PRODUCER, graph_def.versions.producer)
    take_off(graph_def)
    print_in_order()
    return graph_def, version
