"""`Transformer`: a view copied, within its graph or to another, with each step open to change."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor import reroute, subgraph, util, walk
from tfcompat.tf1.contrib.graph_editor.handlers import (
    assign_renamed_collections_handler,
    copy_op_handler,
    keep_t_if_possible_handler,
    replace_t_with_placeholder_handler,
    transform_op_if_inside_handler,
)
from tfcompat.tf1.contrib.graph_editor.transformer_info import TransformerInfo


class _Work:
    """What a transformation knows on the way; names with `_` at the end are the copy's."""

    def __init__(self, sgv: Any, graph_: Any, scope_: str, scope: str) -> None:
        self.sgv = sgv
        self.sgv_inputs_set = frozenset(sgv.inputs)
        self.ops = frozenset(sgv.ops)
        self.control_outputs = util.ControlOutputs(sgv.graph)
        self.graph, self.scope = sgv.graph, scope
        self.graph_, self.scope_ = graph_, scope_
        self.transformed_ops: dict[Any, Any] = {}
        self.transformed_ts: dict[Any, Any] = {}
        self.collections = {key: self.graph.get_collection(key) for key in self.graph.get_all_collection_keys()}
        self.frames: dict[bytes, bytes] = {}  # of loops: each copy runs in one of its own
        self.tmp_cyclic_ts: list[tuple[Any, Any, Any]] = []

    def new_name(self, name: str) -> str:
        """The name in the copy's scope; ValueError if it is not in the original's."""
        if not name.startswith(self.scope):
            raise ValueError(f"{name} does not belong to source scope: {self.scope}.")
        return self.scope_ + name[len(self.scope) :]


class Transformer:
    """`tf.contrib.graph_editor.Transformer` of 1.15: its handlers are attributes (see `handlers`)."""

    def __init__(self) -> None:
        self.transform_op_handler: Any = copy_op_handler
        self.transform_control_input_handler: Any = transform_op_if_inside_handler
        self.assign_collections_handler: Any = assign_renamed_collections_handler
        self.transform_external_input_handler: Any = replace_t_with_placeholder_handler
        self.transform_external_hidden_input_handler: Any = keep_t_if_possible_handler
        self.transform_original_op_handler: Any = transform_op_if_inside_handler

    def __call__(
        self, sgv: Any, dst_graph: Any, dst_scope: str, src_scope: str = "", reuse_dst_scope: bool = False
    ) -> tuple[Any, TransformerInfo]:
        """The view of the copy, and what became of what.

        Raises:
          TypeError: `dst_graph` is no graph.
          ValueError: a name is not in `src_scope`, or a handler did not copy.
        """
        view = subgraph.make_view(sgv)
        if not isinstance(dst_graph, v1.Graph):
            raise TypeError(f"Expected a tf.Graph, got: {type(dst_graph)}")
        dst_scope = util.scope_finalize(dst_scope)
        if dst_scope and not reuse_dst_scope:
            dst_scope = util.scope_finalize(dst_graph.unique_name(dst_scope[:-1]))
        info = _Work(view, dst_graph, dst_scope, util.scope_finalize(src_scope))
        self._copy_ops(info)
        self._finalize_cycles(info)
        self._connect_control_inputs(info)
        return _view_of_the_copy(info, view), TransformerInfo(info)

    def _copy_ops(self, info: _Work) -> None:
        for op in sorted(info.sgv.ops, key=lambda op: op._id):
            inputs = [self._transformed_t(info, t, op) for t in op.inputs]
            op_, outputs_ = self.transform_op_handler(info, op, inputs)
            if op is op_:
                raise ValueError("In-place transformation not allowed.")
            info.transformed_ops[op] = op_
            self.assign_collections_handler(info, op, op_)
            for t, t_ in zip(op.outputs, outputs_, strict=True):
                info.transformed_ts[t] = t_
                self.assign_collections_handler(info, t, t_)

    def _finalize_cycles(self, info: _Work) -> None:
        for t, stand_in, consumer in info.tmp_cyclic_ts:
            if t not in info.transformed_ts:
                raise ValueError(f"The tensor {t.name} should be transformed by now.")
            if consumer not in info.transformed_ops:
                raise ValueError(f"The op {consumer.name} should be transformed by now.")
            consumer_ = info.transformed_ops[consumer]
            # By place: a stand-in may be another input of the same operation as well.
            place = next(i for i, each in enumerate(consumer.inputs) if each is t)
            assert consumer_.inputs[place] is stand_in
            consumer_._update_input(place, info.transformed_ts[t])

    def _connect_control_inputs(self, info: _Work) -> None:
        for op in info.sgv.ops:
            op_ = info.transformed_ops[op]
            if op._original_op:
                original = self.transform_original_op_handler(info, op._original_op)
                if original is not None:
                    op_._original_op = original
            awaited = [self.transform_control_input_handler(info, each) for each in op.control_inputs]
            reroute.add_control_inputs(op_, [each for each in awaited if each is not None])

    def _transformed_t(self, info: _Work, t: Any, consumer: Any) -> Any:
        """The tensor that stands for `t` as an input of the copy of `consumer`."""
        if t in info.transformed_ts:
            return info.transformed_ts[t]
        if t in info.sgv_inputs_set:
            return self.transform_external_input_handler(info, t)
        if t.op not in info.ops:
            return self.transform_external_hidden_input_handler(info, t)
        # In a loop: something stands in until the tensor is there.
        if consumer.type == "Merge":
            stand_in = self._transformed_t(info, consumer.inputs[0], consumer)
        elif t.op.type == "Enter":
            stand_in = self._transformed_t(info, t.op.inputs[0], consumer)
        else:
            with info.graph_.as_default():
                stand_in = util.make_placeholder_from_tensor(t, scope=info.scope_, prefix="geph_tmp")
        info.tmp_cyclic_ts.append((t, stand_in, consumer))
        return stand_in


def _view_of_the_copy(info: _Work, view: Any) -> Any:
    """A view of the copy with inputs and outputs in the order of the original's."""
    copied = subgraph.SubGraphView(list(info.transformed_ops.values()))
    inputs, outputs = (
        [info.transformed_ts[t] for t in ts if t in info.transformed_ts] for ts in (view.inputs, view.outputs)
    )
    return copied.remap(
        [copied.input_index(t) for t in inputs if t in list(copied.inputs)],
        [copied.output_index(t) for t in outputs if t in list(copied.outputs)],
    )


def copy(
    sgv: Any, dst_graph: Any = None, dst_scope: str = "", src_scope: str = "", reuse_dst_scope: bool = False
) -> tuple[Any, TransformerInfo]:
    """Copies a view, by default within its graph; inputs from outside become placeholders."""
    return _copied(Transformer(), sgv, dst_graph, dst_scope, src_scope, reuse_dst_scope)


def copy_with_input_replacements(
    sgv: Any,
    replacement_ts: Any,
    dst_graph: Any = None,
    dst_scope: str = "",
    src_scope: str = "",
    reuse_dst_scope: bool = False,
) -> tuple[Any, TransformerInfo]:
    """Copies a view with other tensors for some of its inputs (a dictionary: input -> tensor)."""

    def replace(info: Any, t: Any) -> Any:
        return replacement_ts[t] if t in replacement_ts else keep_t_if_possible_handler(info, t)

    copier = Transformer()
    copier.transform_external_input_handler = replace
    return _copied(copier, sgv, dst_graph, dst_scope, src_scope, reuse_dst_scope)


def _copied(copier: Transformer, sgv: Any, graph: Any, dst_scope: str, src_scope: str, reuse: bool) -> Any:
    view = subgraph.make_view(sgv)
    return copier(view, view.graph if graph is None else graph, dst_scope, src_scope, reuse_dst_scope=reuse)


def graph_replace(
    target_ts: Any, replacement_ts: Any, dst_scope: str = "", src_scope: str = "", reuse_dst_scope: bool = False
) -> Any:
    """`target_ts`, one or a tree of tensors, computed from other tensors: `replacement_ts` maps old to new.

    What depends on neither is not copied.

    Raises:
      ValueError: no target depends on a tensor that is replaced.
    """
    targets = util.flatten_tree(target_ts)
    graph = util.get_unique_graph(targets, check_types=v1.Tensor)
    control_ios = util.ControlOutputs(graph)
    ops = walk.get_walks_intersection_ops(list(replacement_ts), targets, control_ios=control_ios)
    if not ops:
        raise ValueError("Targets and replacements are not connected!")
    _add_loops(ops, control_ios)
    _, info = copy_with_input_replacements(ops, replacement_ts, None, dst_scope, src_scope, reuse_dst_scope)
    return info.transformed(target_ts, lambda original: original)


def _add_loops(ops: list[Any], control_ios: Any) -> None:
    """Adds to the operations all of those loops that one of them is in."""
    contexts = {op._control_flow_context for op in ops} - {None}
    for context in contexts:
        if context.IsWhileContext():
            whole = walk.get_walks_intersection_ops(
                [t.op for t in context.loop_enters], [t.op for t in context.loop_exits], control_ios=control_ios
            )
            util.concatenate_unique(ops, whole)
