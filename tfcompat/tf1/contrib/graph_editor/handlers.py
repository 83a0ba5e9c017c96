"""What a `Transformer` does with each kind of thing that it meets; each can be exchanged. `info` says where it is."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_graphs import new_operation
from tfcompat.tf1.contrib.graph_editor import util


def replace_t_with_placeholder_handler(info: Any, t: Any) -> Any:
    """A placeholder for a tensor from outside."""
    with info.graph_.as_default():
        return util.make_placeholder_from_tensor(t, scope=info.scope_)


def keep_t_if_possible_handler(info: Any, t: Any) -> Any:
    """The same tensor, where the copy is made in the same graph."""
    return t if info.graph is info.graph_ else replace_t_with_placeholder_handler(info, t)


def assign_renamed_collections_handler(info: Any, elem: Any, elem_: Any) -> None:
    """Adds the copy to the collections of the original; one's own collections are renamed like operations."""
    known = util.get_predefined_collection_names()
    for name, collection in info.collections.items():
        if any(elem is each for each in collection):
            info.graph_.add_to_collection(name if name in known else info.new_name(name), elem_)


def transform_op_if_inside_handler(info: Any, op: Any, keep_if_possible: bool = True) -> Any:
    """The copy of an operation of the view; else the operation itself, where it is in the same graph, or None."""
    if op in info.sgv.ops:
        return info.transformed_ops[op]
    return op if keep_if_possible and info.graph is info.graph_ else None


def copy_op_handler(
    info: Any,
    op: Any,
    new_inputs: Any,
    copy_shape: bool = False,
    nodedef_fn: Callable[[Any], Any] | None = None,
) -> tuple[Any, Any]:
    """A copy of an operation with other inputs, and its outputs; `nodedef_fn` may change its NodeDef.

    Raises:
      TypeError: `new_inputs` cannot be iterated over.
    """
    if isinstance(new_inputs, bool):
        raise TypeError("the `new_inputs` argument must be an iterable.")
    node = copy.deepcopy(op.node_def)
    node.name = info.graph_.unique_name(info.new_name(op.name))
    if "frame_name" in node.attr:
        frame = node.attr["frame_name"].s
        if frame not in info.frames:
            info.frames[frame] = info.graph_.unique_name(frame.decode()).encode()
        node.attr["frame_name"].s = info.frames[frame]
    if nodedef_fn is not None:
        node = nodedef_fn(node)
    made = new_operation(node, info.graph_, list(new_inputs), like=op)
    if copy_shape:
        for t, t_ in zip(op.outputs, made.outputs, strict=True):
            t_.set_shape(t.get_shape())
    if op._original_op:
        made._original_op = op._original_op
    return made, made.outputs
