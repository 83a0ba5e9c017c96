"""Attributes that ops of 1.15 were given since (`new_attributes.json`, recorded), taken off where they say nothing.

A graph that carries them is refused by TensorFlow 1.15: "NodeDef mentions attr 'grad_a' not in Op<name=MatMul …>".
The mark by which we keep TensorFlow's optimizer from an op goes with them.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("new_attributes.json")
# Constant folding passes over nodes with an attribute of which "_tpu_" is a part.
_UNTOUCHED = "_tpu_untouched"
# The first is set on ops under control dependencies; only a tf.function of TensorFlow 2 reads it.
_MARKS = ("_has_manual_control_dependencies", _UNTOUCHED)
# Tell tools where an op comes from and change nothing in what it does: taken off whatever they say.
_REMARKS = {"debug_name", "grad_a", "grad_b", "grad_x", "grad_y", "metadata"}


@functools.cache
def _by_op() -> dict[str, tuple[str, ...]]:
    rows = json.loads(_FILE.read_text(encoding="utf-8"))
    return {op: tuple(names.split()) for names, ops in rows.items() for op in ops}


def keep_as_it_is(op: Any) -> None:
    """Keeps constant folding, of which TensorFlow's optimizer is made in part, from rewriting an op of a graph."""
    from tensorflow.core.framework import attr_value_pb2  # an attribute is set by its message alone

    op._set_attr(_UNTOUCHED, attr_value_pb2.AttrValue(b=True))


def take_off(graph_def: Any) -> None:
    """Removes, from each node of a `GraphDef` and its functions, the new attributes that change nothing."""
    _take_off(graph_def.node)
    for function in graph_def.library.function:
        _take_off(function.node_def)


def _take_off(nodes: Any) -> None:
    new = _by_op()
    for node in nodes:
        for mark in _MARKS:
            if mark in node.attr:
                del node.attr[mark]
        for name in new.get(node.op, ()):
            if name in node.attr and (name in _REMARKS or node.attr[name] == _defaults(node.op).get(name)):
                del node.attr[name]


@functools.cache
def _defaults(op: str) -> dict[str, Any]:
    from tensorflow.python.framework import op_def_registry  # the default values are registered with the op alone

    return {each.name: each.default_value for each in op_def_registry.get(op).attr if each.HasField("default_value")}
