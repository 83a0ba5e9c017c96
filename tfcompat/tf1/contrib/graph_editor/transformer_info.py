"""`TransformerInfo`: which operation and tensor of a copy stands for which of the original."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor import util

Missing = Callable[[Any], Any]


class TransformerInfo:
    """`tf.contrib.graph_editor.TransformerInfo` of 1.15."""

    def __init__(self, info: Any) -> None:
        self._graph, self._scope = info.graph, info.scope
        self._graph_, self._scope_ = info.graph_, info.scope_
        self._transformed_ops = info.transformed_ops
        self._transformed_ts = info.transformed_ts

    def transformed(self, original: Any, missing_fn: Missing | None = None) -> Any:
        """What became of an operation, a tensor or a tree of them; `missing_fn` of it, or None, if it was not copied.

        Raises:
          TypeError: it is something else.
        """
        return util.transform_tree(original, lambda top: self._found(self._map(top), top, missing_fn))

    def original(self, transformed: Any, missing_fn: Missing | None = None) -> Any:
        """What an operation, a tensor or a tree of them was made of."""

        def find(top: Any) -> Any:
            return self._found({new: old for old, new in self._map(top).items()}, top, missing_fn)

        return util.transform_tree(transformed, find)

    def _map(self, top: Any) -> dict[Any, Any]:
        if isinstance(top, v1.Operation):
            return self._transformed_ops
        if isinstance(top, v1.Tensor):
            return self._transformed_ts
        raise TypeError(f"Expected a tf.Tensor or a tf.Operation, got a {type(top)}")

    @staticmethod
    def _found(table: dict[Any, Any], top: Any, missing_fn: Missing | None) -> Any:
        if top in table:
            return table[top]
        return None if missing_fn is None else missing_fn(top)

    def __str__(self) -> str:
        lines = ["Transform result info:"]
        if self._graph is self._graph_:
            lines.append(f"  Within graph[{id(self._graph)}]{'' if self._scope_ else ' IN-PLACE'}")
        else:
            lines.append(f"  graph[{id(self._graph)}] => graph[{id(self._graph_)}]")
        if self._scope:
            lines.append(f"  Relative to source scope: {self._scope}")
        if self._scope_:
            lines.append(f"  Scope destination: {self._scope_}")
        lines.append("Operations mapping:")
        lines += [f"  {op.name} => {op_.name}" for op, op_ in self._transformed_ops.items()]
        return "\n".join([*lines, ""])
