"""Graphs without masks: masked weights become constants."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

_MASKED = "masked_weight"


def strip_pruning_vars_fn(input_graph_def: Any, output_node_names: list[str]) -> Any:
    """A frozen graph without the masks: what leads to the outputs, with masked weights as constants."""
    values = _masked_weights(input_graph_def)
    stripped = v1.GraphDef()
    for node in input_graph_def.node:
        copy = stripped.node.add()
        if _MASKED in node.name:
            copy.op, copy.name = "Const", node.name
            copy.attr["dtype"].CopyFrom(node.attr["T"])
            copy.attr["value"].tensor.CopyFrom(v1.make_tensor_proto(values[node.name]))
        else:
            copy.CopyFrom(node)
    return v1.graph_util.extract_sub_graph(stripped, output_node_names)


def graph_def_from_checkpoint(checkpoint_dir: str, output_node_names: list[str]) -> Any:
    """The graph of the newest checkpoint in a folder, its variables frozen to constants.

    Raises:
      ValueError: the folder has no checkpoint.
    """
    path = v1.train.latest_checkpoint(checkpoint_dir)
    if path is None:
        raise ValueError(f"Could not find a checkpoint at: {checkpoint_dir}.")
    saver = v1.train.import_meta_graph(f"{path}.meta", clear_devices=True)
    with v1.Session() as session:
        saver.restore(session, path)
        graph_def = v1.get_default_graph().as_graph_def()
        return v1.graph_util.convert_variables_to_constants(session, graph_def, output_node_names)


def _masked_weights(graph_def: Any) -> dict[str, Any]:
    with v1.Graph().as_default() as graph:
        v1.import_graph_def(graph_def, name="")
        with v1.Session(graph=graph) as session:
            names = [node.name for node in graph_def.node if _MASKED in node.name]
            return dict(zip(names, session.run([f"{name}:0" for name in names]), strict=True))
