"""Where a module's ops must lie together with an input or a state, they follow what is put in its place."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_hub import attr_value_pb2
from tfcompat.backend.v1api import v1

_MARK = b"loc:@"


def follow(fed: dict[str, Any], scope: str) -> None:
    """Rewrites the constraints of the ops below `scope`; `fed` is name in the module -> tensor in its place.

    Raises:
      ValueError: a constraint names an op whose outputs were given to different ops.
    """
    graph = v1.get_default_graph()
    places: dict[bytes, set[tuple[bytes, ...]]] = {}
    for name, tensor in fed.items():
        key = _MARK + f"{scope}/{name.rpartition(':')[0]}".encode()
        places.setdefault(key, set()).add(tuple(tensor.op.colocation_groups()))
    for op in graph.get_operations():
        if not op.name.startswith(f"{scope}/") or "_class" not in op.node_def.attr:
            continue
        groups, others = set(), []
        for value in op.node_def.attr["_class"].list.s:
            if not value.startswith(_MARK):
                others.append(value)
                continue
            found = places.get(value, {(value,)})
            if len(found) > 1:
                raise ValueError(
                    f"Failed to rewrite colocation constraints while applying hub.Module: node {op.name!r} must lie "
                    f"with {value!r}, whose outputs are replaced by ops in different places: {sorted(found)}. Publish "
                    "the module with inputs that are single outputs of their ops."
                )
            groups.update(next(iter(found)))
        ordered = sorted(groups)
        op._set_attr("_class", attr_value_pb2.AttrValue(list={"s": [*others, *ordered]}))
        if ordered:
            devices = (graph.get_operation_by_name(group[len(_MARK) :].decode()).device for group in ordered)
            op._set_device(next((device for device in devices if device), ""))


def state_error(graph: Any, is_state: Any, tags: Any) -> str | None:
    """What is wrong if a state in a module's graph must lie with an op that holds none."""
    states = {op.name: op for op in graph.get_operations() if is_state(op.type)}
    for op in states.values():
        for group in op.colocation_groups():
            if not (group.startswith(_MARK) and group[len(_MARK) :].decode() in states):
                where = "" if tags is None else f"in the graph for tags {tags}, "
                return (
                    "A state-holding node x of a module's graph (e.g., a Variable op) must not be subject to a "
                    "tf.colocate_with(y) constraint unless y is also a state-holding node.\n"
                    f"Details: {where}node '{op.name}' has op '{op.type}', which counts as state-holding, but "
                    f"Operation.colocation_groups() == {op.colocation_groups()}."
                )
    return None
