"""A TensorFlow 1 graph as data: scopes in scopes, arrows between them, and where its old names went; `graph_view`.

    {"version": 1, "kind": "graph", "title": "…",
     "nodes": [{"name": "dense", "path": "net/dense", "within": 0, "type": "", "operations": 9, "from": [3, 4],
                "shape": "", "place": "", "line": ""}, …],
     "served": [{"name": "tf.layers.dense", "by": "tfcompat", "target": "tfcompat.tf1.layers.dense",
                 "operations": 9, "places": ["net.py:12"]}, …]}

A node without a type is a scope; `within` is the place of the scope around it in "nodes", or null; `from` are the
places of nodes beside it, in the same scope, of which it or something in it is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bert_tf.views.operations import Operation, operations_of
from bert_tf.views.tf1_names import Served, served
from bert_tf.views.view import View


class GraphView:
    """A TensorFlow 1 graph, as `tfcompat` runs it: scopes as boxes that open, and what serves the old names."""

    def __call__(self, graph: Any, *, title: str = "A graph") -> View:
        """The view of a `tf.Graph`, of a session's graph, or of a `GraphDef`.

        Where the graph was built in this process, each operation knows the line of code that made it, and with tfcompat
        installed the TensorFlow 1 names in that line, and what they are served by.

        Raises:
          ValueError: it is no graph, or an empty one.
        """
        operations = operations_of(graph)
        return View({
            "version": 1, "kind": "graph", "title": title, "nodes": _nodes(operations), "served": _served(operations),
        })  # fmt: skip

    def from_arrays(self, operations: Iterable[tuple[str, str, Sequence[str]]], *, title: str = "A graph") -> View:
        """The view of rows: an operation's name, its type, and the names of those it takes from."""
        return self(list(operations), title=title)

    def __repr__(self) -> str:
        return "bert_tf.views.graph_view"


graph_view = GraphView()


def _nodes(operations: list[Operation]) -> list[dict[str, Any]]:
    scopes = {_scope(each.name) for each in operations}
    scopes |= {"/".join(path.split("/")[:depth]) for path in scopes for depth in range(1, path.count("/") + 1)}
    scopes.discard("")
    nodes: list[dict[str, Any]] = []
    places: dict[str, int] = {}  # of scopes, and below of operations

    def scope(path: str) -> int | None:
        if not path:
            return None
        if path not in places:
            around = scope(_scope(path))
            places[path] = len(nodes)
            nodes.append(_node(path, around, Operation(path, "", ())))
        return places[path]

    leaves: dict[str, int] = {}
    for each in operations:
        # An operation that has the name of a scope lies in it, as `kernel` does beside `kernel/read`.
        around = scope(each.name if each.name in scopes else _scope(each.name))
        leaves[each.name] = len(nodes)
        nodes.append(_node(each.name, around, each))
    for each in operations:
        above = _above(nodes, leaves[each.name])
        for place in above[1:]:
            nodes[place]["operations"] += 1
        for name in each.inputs:
            if name in leaves:
                _connect(nodes, _above(nodes, leaves[name]), above)
    return nodes


def _node(path: str, around: int | None, operation: Operation) -> dict[str, Any]:
    return {
        "name": path.rpartition("/")[2], "path": path, "within": around, "type": operation.type,
        "operations": 1 if operation.type else 0, "from": [], "shape": operation.shape, "place": operation.place,
        "line": operation.line,
    }  # fmt: skip


def _scope(path: str) -> str:
    return path.rpartition("/")[0]


def _above(nodes: list[dict[str, Any]], place: int | None) -> list[int]:
    """The node and the scopes around it, the innermost first."""
    found = []
    while place is not None:
        found.append(place)
        place = nodes[place]["within"]
    return found


def _connect(nodes: list[dict[str, Any]], source: list[int], target: list[int]) -> None:
    """Notes an arrow between those two that lie beside each other, where the ways down to both part."""
    for one, other in zip(reversed(source), reversed(target), strict=False):
        if one != other:
            if one not in nodes[other]["from"]:
                nodes[other]["from"].append(one)
            return


def _served(operations: list[Operation]) -> list[dict[str, Any]]:
    found: dict[Served, dict[str, Any]] = {}
    for each in operations:
        for name in dict.fromkeys(served(each.line)):
            row = found.setdefault(name, {**name._asdict(), "operations": 0, "places": []})
            row["operations"] += 1
            if each.place not in row["places"]:
                row["places"].append(each.place)
    return sorted(found.values(), key=lambda row: str(row["name"]))
