"""The operations of a TensorFlow 1 graph, a `GraphDef`, or rows, in one form."""

from __future__ import annotations

import importlib.util
import linecache
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

_BELOW = tuple({sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
_OURS = ("tfcompat", "bert_tf")


class Operation(NamedTuple):
    """`inputs`: names of operations; `place`: `file.py:12`, where the user's code made it, and `line`, what it says."""

    name: str
    type: str
    inputs: tuple[str, ...]
    shape: str = ""
    place: str = ""
    line: str = ""


def operations_of(graph: Any) -> list[Operation]:
    """Every operation, in the order in which they were made.

    Args:
      graph: a `tf.Graph`, anything with one as its `graph` (a session), a `GraphDef`, or rows of name, type and inputs.

    Raises:
      ValueError: it is none of these, or holds no operation.
    """
    graph = getattr(graph, "graph", graph)
    if hasattr(graph, "get_operations"):
        found = [_of_graph(each) for each in graph.get_operations()]
    elif hasattr(graph, "node"):
        found = [Operation(each.name, each.op, tuple(map(_source, each.input))) for each in graph.node]
    elif isinstance(graph, Iterable) and not isinstance(graph, (str, bytes)):
        found = [Operation(str(name), str(kind), tuple(map(_source, inputs))) for name, kind, inputs in graph]
    else:
        raise ValueError(
            f"a tf.Graph, a session, a GraphDef, or rows of name, type and inputs was expected; received "
            f"{type(graph).__name__}."
        )
    if not found:
        raise ValueError("a graph with operations was expected; received an empty one: is it another that was filled?")
    return found


def _of_graph(operation: Any) -> Operation:
    place, line = _made_at(operation)
    shapes = ", ".join(str(each.shape) for each in operation.outputs)
    inputs = tuple(each.op.name for each in operation.inputs)
    return Operation(operation.name, operation.type, inputs, shapes, place, line)


def _source(name: str) -> str:
    """`^a/b:1` as `a/b`."""
    return name.lstrip("^").partition(":")[0]


def _made_at(operation: Any) -> tuple[str, str]:
    """The innermost line of the user's own code."""
    for frame in reversed(list(getattr(operation, "traceback", None) or ())):
        if not frame.filename.startswith((*_BELOW, *_packages(), "<frozen")):
            line = frame.line or linecache.getline(frame.filename, frame.lineno).strip()
            return f"{Path(frame.filename).name}:{frame.lineno}", line
    return "", ""


def _packages() -> list[str]:
    specs = (importlib.util.find_spec(name) for name in _OURS)
    return [str(Path(spec.origin).parent) + "/" for spec in specs if spec is not None and spec.origin]
