"""Puts a module's graph into the current one: its state once, and a copy of the rest each time it is applied."""

from __future__ import annotations

import re
from typing import Any

from tfcompat.backend.internals_hub import meta_graph_pb2, op_def_registry, types_pb2
from tfcompat.backend.v1api import v1
from tfcompat.hub import colocation, signatures


class Instance:
    """A module's state in the current graph, under the name scope `name`, and what applies it."""

    def __init__(self, meta_graph: Any, checkpoint: str | None, trainable: bool, name: str) -> None:
        _check_ops(meta_graph)
        self._meta_graph, self._trainable = meta_graph, trainable
        with v1.control_dependencies(None):
            variables, self._state = self._import_state(name)
            self.variable_map = _with_parts(variables)
            if self.variable_map and checkpoint:
                v1.train.init_from_checkpoint(checkpoint, self.variable_map)
            self.saver = None
            if self.variable_map:
                self.saver = v1.train.Saver(self.variable_map, sharded=True, write_version=v1.train.SaverDef.V2)

    def _import_state(self, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Name in the module -> variable, and -> the tensor that holds a state."""
        keys = v1.GraphKeys
        kept = [keys.GLOBAL_VARIABLES, keys.MODEL_VARIABLES, keys.TABLE_INITIALIZERS, *_ALWAYS]
        if self._trainable:
            kept += [keys.TRAINABLE_VARIABLES, keys.REGULARIZATION_LOSSES]
        scope, meta_graph = self._prepared(name, kept)
        v1.train.import_meta_graph(meta_graph, input_map={}, import_scope=scope.split("/")[-1])
        inside = f"{scope}/"
        variables = {
            each.op.name[len(inside) :]: each for each in v1.global_variables() if each.op.name.startswith(inside)
        }
        graph, stateful = v1.get_default_graph(), _state_ops(meta_graph)
        names = [f"{node.name}:0" for node in meta_graph.graph_def.node if node.op in stateful]
        return variables, {each: graph.get_tensor_by_name(inside + each) for each in names}

    def apply(self, signature: str, inputs: dict[str, Any], name: str) -> dict[str, Any]:
        """The outputs of a signature; `inputs` has a tensor for each of its inputs."""
        graph, keys = v1.get_default_graph(), v1.GraphKeys
        scope, meta_graph = self._prepared(name, [*_ALWAYS, *([keys.UPDATE_OPS] if self._trainable else [])])
        definition = self._meta_graph.signature_def[signature]
        fed = dict(self._state)
        _replace_state(meta_graph, fed)
        fed.update(signatures.fed(definition.inputs, inputs))
        context = graph._get_control_flow_context()
        if context:
            for each in sorted(fed):
                fed[each] = context.AddValue(fed[each])
        v1.train.import_meta_graph(meta_graph, input_map=fed, import_scope=scope.split("/")[-1])
        colocation.follow(fed, scope)

        def find(tensor: str) -> Any:
            return fed[tensor] if tensor in fed else graph.get_tensor_by_name(f"{scope}/{tensor}")

        return signatures.fetched(definition.outputs, find)

    def _prepared(self, name: str, kept: list[str]) -> tuple[str, Any]:
        """The absolute scope to import into, and a copy of the graph with these collections, ready for it."""
        scope = v1.get_default_graph().unique_name(name, mark_as_used=False)
        meta_graph = meta_graph_pb2.MetaGraphDef()
        meta_graph.CopyFrom(self._meta_graph)
        for key in list(meta_graph.collection_def):
            if key not in kept:
                del meta_graph.collection_def[key]
        for node in meta_graph.graph_def.node:
            if node.attr["shared_name"].s if "shared_name" in node.attr else b"":
                shared = node.attr["shared_name"].s.decode()
                node.attr["shared_name"].s = re.sub(r"^(\^|loc:@|)", rf"\g<1>{scope}/", shared, count=1).encode()
        return scope, meta_graph


_ALWAYS = ("asset_filepaths", "cond_context", "while_context")


def _check_ops(meta_graph: Any) -> None:
    used = {op.name for op in meta_graph.meta_info_def.stripped_op_list.op}
    missing = sorted(name for name in used if op_def_registry.get(name) is None)
    if missing:
        raise v1.errors.NotFoundError(
            None, None, f"The module's graph uses ops that this TensorFlow does not have: {', '.join(missing)}."
        )


def is_state(op: str) -> bool:
    """Whether an op holds a state of its own: stateful, and without inputs."""
    definition = op_def_registry.get(op)
    return definition is not None and definition.is_stateful and not definition.input_arg


def _state_ops(meta_graph: Any) -> set[str]:
    return {op for op in {node.op for node in meta_graph.graph_def.node} if is_state(op)}


def _replace_state(meta_graph: Any, fed: dict[str, Any]) -> None:
    """Makes placeholders of the nodes that the state stands for, so that they hold none themselves."""
    stateful = _state_ops(meta_graph)
    for node in meta_graph.graph_def.node:
        if node.op in stateful and f"{node.name}:0" in fed:
            node.op = "Placeholder"
            for key in [key for key in node.attr if key != "shape"]:
                del node.attr[key]
            node.attr["dtype"].type = types_pb2.DT_RESOURCE


def _with_parts(variables: dict[str, Any]) -> dict[str, Any]:
    """The same with the parts of a partitioned variable as one list, in order."""
    whole: dict[str, Any] = {}
    parts: dict[str, dict[int, Any]] = {}
    for name, variable in variables.items():
        piece = getattr(variable, "_save_slice_info", None)
        if piece is None:
            whole[name] = variable
        else:
            parts.setdefault(name.rpartition("/")[0], {})[piece.var_offset[0]] = variable
    return {**whole, **{name: [each[offset] for offset in sorted(each)] for name, each in parts.items()}}
