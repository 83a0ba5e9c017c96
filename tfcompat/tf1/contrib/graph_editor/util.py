"""Lists of operations and tensors, trees of them, and placeholders that stand for tensors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor.list_view import ListView as ListView

_DEFAULT_PLACEHOLDER_PREFIX = "geph"
_INTERNAL = re.compile(r"^__\w+__$")


def concatenate_unique(la: list[Any], lb: Iterable[Any]) -> list[Any]:
    """Adds to `la` what of `lb` is not in it; answers `la`."""
    known = set(la)
    for each in lb:
        if each not in known:
            la.append(each)
            known.add(each)
    return la


def is_iterable(obj: Any) -> bool:
    """Whether it can be iterated over; a tensor counts as one thing."""
    if isinstance(obj, v1.Tensor):
        return False
    try:
        iter(obj)
    except Exception:
        return False
    return True


def flatten_tree(tree: Any, leaves: list[Any] | None = None) -> list[Any]:
    """The leaves of nested dictionaries and iterables."""
    leaves = [] if leaves is None else leaves
    if not is_iterable(tree):
        leaves.append(tree)
    else:
        for child in tree.values() if isinstance(tree, dict) else tree:
            flatten_tree(child, leaves)
    return leaves


def transform_tree(tree: Any, fn: Callable[[Any], Any], iterable_type: Any = tuple) -> Any:
    """The same tree with `fn` of each leaf; what is neither dictionary nor sequence becomes an `iterable_type`."""
    if not is_iterable(tree):
        return fn(tree)
    if isinstance(tree, dict):
        made = tree.__new__(type(tree))
        made.__init__((key, transform_tree(child, fn)) for key, child in tree.items())  # type: ignore[misc]
        return made
    if isinstance(tree, tuple) and hasattr(tree, "_asdict"):
        return type(tree)(**transform_tree(tree._asdict(), fn))
    kind: Any = type(tree) if isinstance(tree, Sequence) else iterable_type
    return kind(transform_tree(child, fn) for child in tree)


def check_graphs(*args: Any) -> None:
    """Raises ValueError unless all views are of one graph."""
    graph = None
    for i, view in enumerate(args):
        if graph is None:
            graph = view.graph
        elif view.graph is not None and view.graph is not graph:
            raise ValueError(f"Argument[{i}]: Wrong graph!")


def get_unique_graph(tops: Any, check_types: Any = None, none_if_empty: bool = False) -> Any:
    """The one graph of operations and tensors.

    Raises:
      TypeError: something else is among them.
      ValueError: there are several graphs, or none.
    """
    if isinstance(tops, v1.Graph):
        return tops
    if not is_iterable(tops):
        raise TypeError(f"{type(tops)} is not iterable")
    types = (v1.Operation, v1.Tensor) if check_types is None else check_types
    types = tuple(types) if is_iterable(types) else (types,)
    graph = None
    for top in tops:
        if not isinstance(top, types):
            raise TypeError(f"Expected a type in ({', '.join(map(str, types))}), got: {type(top)}")
        if graph is None:
            graph = top.graph
        elif graph is not top.graph:
            raise ValueError(f"Operation {top} does not belong to given graph")
    if graph is None and not none_if_empty:
        raise ValueError("Can't find the unique graph of an empty list")
    return graph


def _make_list(given: Any, kind: Any, whole: Callable[[Any], Any], check: bool, allow_graph: bool, mix: bool) -> Any:
    if isinstance(given, v1.Graph):
        if not allow_graph:
            raise TypeError("allow_graph is False: cannot convert a tf.Graph.")
        return whole(given)
    items = given if is_iterable(given) else [given]
    if not items:
        return []
    if check:
        get_unique_graph(items, check_types=None if mix else kind)
    return [each for each in items if isinstance(each, kind)]


def make_list_of_op(ops: Any, check_graph: bool = True, allow_graph: bool = True, ignore_ts: bool = False) -> list[Any]:
    """One operation, some, or those of a graph as a list; tensors among them are refused or ignored."""
    return _make_list(ops, v1.Operation, lambda graph: graph.get_operations(), check_graph, allow_graph, ignore_ts)


def make_list_of_t(ts: Any, check_graph: bool = True, allow_graph: bool = True, ignore_ops: bool = False) -> list[Any]:
    """One tensor, some, or those of a graph as a list; operations among them are refused or ignored."""
    return _make_list(ts, v1.Tensor, get_tensors, check_graph, allow_graph, ignore_ops)


def get_tensors(graph: Any) -> list[Any]:
    """All tensors of a graph."""
    if not isinstance(graph, v1.Graph):
        raise TypeError(f"Expected a graph, got: {type(graph)}")
    return [t for op in graph.get_operations() for t in op.outputs]


def get_generating_ops(ts: Any) -> list[Any]:
    """The operation of each tensor."""
    return [t.op for t in make_list_of_t(ts, allow_graph=False)]


def get_consuming_ops(ts: Any) -> list[Any]:
    """All operations that take one of the tensors."""
    ops: list[Any] = []
    for t in make_list_of_t(ts, allow_graph=False):
        concatenate_unique(ops, t.consumers())
    return ops


class ControlOutputs:
    """The operations that wait for each operation of a graph; `update` after the graph has grown."""

    def __init__(self, graph: Any) -> None:
        if not isinstance(graph, v1.Graph):
            raise TypeError(f"Expected a tf.Graph, got: {type(graph)}")
        self._control_outputs: dict[Any, list[Any]] = {}
        self._graph = graph
        self._version: Any = None
        self._build()

    def update(self) -> ControlOutputs:
        if self._version != self._graph.version:
            self._build()
        return self

    def _build(self) -> None:
        self._control_outputs.clear()
        for op in self._graph.get_operations():
            for awaited in op.control_inputs:
                concatenate_unique(self._control_outputs.setdefault(awaited, []), [op])
        self._version = self._graph.version

    def get_all(self) -> dict[Any, list[Any]]:
        return self._control_outputs

    def get(self, op: Any) -> Sequence[Any]:
        return self._control_outputs.get(op, ())

    @property
    def graph(self) -> Any:
        return self._graph


def scope_finalize(scope: str) -> str:
    return scope + "/" if scope and not scope.endswith("/") else scope


def scope_dirname(scope: str) -> str:
    return scope[: scope.rfind("/") + 1]


def scope_basename(scope: str) -> str:
    return scope[scope.rfind("/") + 1 :]


def placeholder_name(t: Any = None, scope: str | None = None, prefix: str = _DEFAULT_PLACEHOLDER_PREFIX) -> str:
    """A name for a placeholder, for a tensor or in general."""
    if scope is not None:
        scope = scope_finalize(scope)
    if t is None:
        return f"{scope or ''}{prefix}"
    if not isinstance(t, v1.Tensor):
        raise TypeError(f"Expected a tf.Tenfor, got: {type(t)}")
    last = scope_basename(t.op.name)
    if not last.startswith(f"{prefix}__"):
        last = f"{prefix}__{last}_{t.value_index}"
    return f"{scope_dirname(t.op.name) if scope is None else scope}{last}"


def make_placeholder_from_tensor(t: Any, scope: str | None = None, prefix: str = _DEFAULT_PLACEHOLDER_PREFIX) -> Any:
    """A placeholder of a tensor's dtype and shape."""
    return v1.placeholder(dtype=t.dtype, shape=t.get_shape(), name=placeholder_name(t, scope=scope, prefix=prefix))


def make_placeholder_from_dtype_and_shape(
    dtype: Any, shape: Any = None, scope: str | None = None, prefix: str = _DEFAULT_PLACEHOLDER_PREFIX
) -> Any:
    return v1.placeholder(dtype=dtype, shape=shape, name=placeholder_name(scope=scope, prefix=prefix))


def get_predefined_collection_names() -> list[str]:
    """The names of TensorFlow's own collections."""
    return [getattr(v1.GraphKeys, key) for key in dir(v1.GraphKeys) if not _INTERNAL.match(key)]


def find_corresponding_elem(target: Any, dst_graph: Any, dst_scope: str = "", src_scope: str = "") -> Any:
    """What is called the same in another graph, or the same within another scope.

    Raises:
      ValueError: the name does not begin with `src_scope`.
      KeyError: there is none.
    """
    name = target.name
    if src_scope:
        src_scope = scope_finalize(src_scope)
        if not name.startswith(src_scope):
            raise ValueError(f"{name} does not start with {src_scope}")
        name = name[len(src_scope) :]
    name = scope_finalize(dst_scope) + name
    if isinstance(target, v1.Tensor):
        return dst_graph.get_tensor_by_name(name)
    if isinstance(target, v1.Operation):
        return dst_graph.get_operation_by_name(name)
    raise TypeError(f"Expected tf.Tensor or tf.Operation, got: {type(target)}")


def find_corresponding(targets: Any, dst_graph: Any, dst_scope: str = "", src_scope: str = "") -> Any:
    """`find_corresponding_elem` of each leaf of a tree."""
    return transform_tree(targets, lambda top: find_corresponding_elem(top, dst_graph, dst_scope, src_scope))
