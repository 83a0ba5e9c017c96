"""Copies of variables, tensors and operations, under the same names or within a scope."""

from __future__ import annotations

import copy
from typing import Any

from tfcompat.backend.internals_graphs import new_operation
from tfcompat.backend.v1api import v1


def copy_variable_to_graph(org_instance: Any, to_graph: Any, scope: str = "") -> Any:
    """`tf.contrib.copy_graph.copy_variable_to_graph` of 1.15: a variable with the same initial value.

    Raises:
      TypeError: it is no variable.
    """
    if not isinstance(org_instance, v1.Variable):
        raise TypeError(f"{org_instance} is not a Variable")
    graph = org_instance.graph
    keys = v1.GraphKeys
    kept = (keys.GLOBAL_VARIABLES, keys.TRAINABLE_VARIABLES)
    collections = [
        name if name in kept or not scope else f"{scope}/{name}"
        for name in graph.get_all_collection_keys()
        if _is_in(org_instance, graph, name)
    ]
    with graph.as_default(), v1.Session() as session:
        value = session.run(org_instance.initialized_value())
    with to_graph.as_default():
        return v1.Variable(
            value,
            _is_in(org_instance, graph, keys.TRAINABLE_VARIABLES),
            name=_new_name(org_instance.op.name, scope),
            collections=collections,
            validate_shape=False,
        )


def copy_op_to_graph(org_instance: Any, to_graph: Any, variables: Any, scope: str = "") -> Any:
    """`tf.contrib.copy_graph.copy_op_to_graph` of 1.15: a tensor or operation, and what it depends on.

    `variables` are those that have been copied already.

    Raises:
      TypeError: it is neither.
    """
    name = _new_name(org_instance.name, scope)
    for variable in variables:
        if variable.name == name:
            return to_graph.get_tensor_by_name(name)
    try:
        return to_graph.as_graph_element(name, allow_tensor=True, allow_operation=True)
    except (KeyError, ValueError):
        pass  # not there yet
    if isinstance(org_instance, v1.Tensor):
        op = copy_op_to_graph(org_instance.op, to_graph, variables, scope)
        tensor = op.outputs[org_instance.value_index]
        for key in org_instance.graph.get_all_collection_keys():
            if _is_in(org_instance, org_instance.graph, key):
                to_graph.add_to_collection(_new_name(key, scope), tensor)
        return tensor
    if not isinstance(org_instance, v1.Operation):
        raise TypeError(f"Could not copy instance: {org_instance}")
    awaited = [copy_op_to_graph(each, to_graph, variables, scope) for each in org_instance.control_inputs]
    inputs = [copy_op_to_graph(each, to_graph, variables, scope) for each in org_instance.inputs]
    node = copy.deepcopy(org_instance.node_def)
    node.name = name
    made = new_operation(node, to_graph, inputs, like=org_instance)
    made._add_control_inputs(awaited)
    return made


def get_copied_op(org_instance: Any, graph: Any, scope: str = "") -> Any:
    """What stands in `graph` for a tensor or operation that was copied there; KeyError if it was not."""
    return graph.as_graph_element(_new_name(org_instance.name, scope), allow_tensor=True, allow_operation=True)


def _new_name(name: str, scope: str) -> str:
    return f"{scope}/{name}" if scope else name


def _is_in(item: Any, graph: Any, collection: Any) -> bool:
    return any(item is each for each in graph.get_collection(collection))
