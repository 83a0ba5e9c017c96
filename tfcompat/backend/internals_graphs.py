"""Operations taken apart and put together, for code that edits graphs. Import this only once TensorFlow is loaded."""

from __future__ import annotations

from typing import Any

from tensorflow.python.framework import ops
from tensorflow.python.ops import op_selector as op_selector


def new_operation(node_def: Any, graph: Any, inputs: Any, like: Any) -> Any:
    """An operation made of a NodeDef, with the types of another."""
    return ops.Operation.from_node_def(
        node_def,
        graph,
        inputs,
        output_types=list(like._output_types),
        control_inputs=[],
        input_types=list(like._input_types),
        original_op=None,
        op_def=like.op_def,
    )
