"""Protocol buffer messages of TensorFlow, printed with their maps in order."""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def print_in_order() -> None:
    """From here on `str(message)` of a graph, a node or an attribute sorts the entries of maps by their keys."""
    from google.protobuf import text_format
    from tensorflow.core.framework import attr_value_pb2, function_pb2, graph_pb2, node_def_pb2
    from tensorflow.core.protobuf import meta_graph_pb2

    def text(message: Any) -> str:
        return text_format.MessageToString(message)

    for kind in (
        attr_value_pb2.AttrValue,
        function_pb2.FunctionDefLibrary,
        graph_pb2.GraphDef,
        meta_graph_pb2.MetaGraphDef,
        node_def_pb2.NodeDef,
    ):
        kind.__str__ = kind.__repr__ = text
