"""`SubGraphView`: some operations of a graph, with the tensors that go in and come out in an order of one's own."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor import select, util, walk
from tfcompat.tf1.contrib.graph_editor.list_view import ListView


class SubGraphView:
    """`tf.contrib.graph_editor.SubGraphView` of 1.15: `ops`, `inputs`, `outputs`, and `passthroughs`.

    A passthrough is a tensor that is input and output at once. A view does not change when its graph does; methods
    that begin with `remap` answer new views.
    """

    def __init__(self, inside_ops: Any = (), passthrough_ts: Any = ()) -> None:
        ops, passing = util.make_list_of_op(inside_ops), util.make_list_of_t(passthrough_ts)
        self._graph = util.get_unique_graph(ops + passing) if ops or passing else None
        self._ops = ops
        inputs, outputs, inside = select.compute_boundary_ts(ops) if ops else ([], [], [])
        known = frozenset([*inputs, *outputs, *inside])
        self._passthrough_ts = [t for t in passing if t not in known]
        self._input_ts = inputs + self._passthrough_ts
        self._output_ts = outputs + self._passthrough_ts

    def __copy__(self) -> SubGraphView:
        made = type(self).__new__(type(self))
        made._assign_from(self)
        return made

    def _assign_from(self, other: Any) -> None:
        """Becomes the same view as another."""
        if not isinstance(other, SubGraphView):
            raise TypeError(f"Expected SubGraphView, got: {type(other)}")
        self._graph = other._graph
        self._ops = list(other._ops)
        self._passthrough_ts = list(other._passthrough_ts)
        self._input_ts = list(other._input_ts)
        self._output_ts = list(other._output_ts)

    def copy(self) -> SubGraphView:
        return copy.copy(self)

    def remap_default(self, remove_input_map: bool = True, remove_output_map: bool = True) -> SubGraphView:
        """With inputs, outputs or both as they are by default."""
        made = self.copy()
        inputs, outputs, _ = select.compute_boundary_ts(self._ops)
        if remove_input_map:
            made._input_ts = inputs + self._passthrough_ts
        if remove_output_map:
            made._output_ts = outputs + self._passthrough_ts
        return made

    def remap_inputs(self, new_input_indices: Iterable[Any]) -> SubGraphView:
        """With some of the inputs, by tensor or place, each at most once."""
        made = self.copy()
        made._input_ts = _picked(new_input_indices, self._input_ts, repetition=False)
        return made

    def remap_outputs(self, new_output_indices: Iterable[Any]) -> SubGraphView:
        """With some of the outputs, by tensor or place, as often as given."""
        made = self.copy()
        made._output_ts = _picked(new_output_indices, self._output_ts, repetition=True)
        return made

    def remap(self, new_input_indices: Any = None, new_output_indices: Any = None) -> SubGraphView:
        made = self.copy()
        if new_input_indices is not None:
            made = made.remap_inputs(new_input_indices)
        return made if new_output_indices is None else made.remap_outputs(new_output_indices)

    def remap_outputs_make_unique(self) -> SubGraphView:
        """With each output once."""
        made = self.copy()
        made._output_ts = util.concatenate_unique([], self._output_ts)
        return made

    def remap_outputs_to_consumers(self) -> SubGraphView:
        """With each output as often as it is consumed."""
        made = self.remap_outputs_make_unique()
        made._output_ts = [t for t in made._output_ts for _ in t.consumers()]
        return made

    def remove_unused_ops(self, control_inputs: bool = True) -> SubGraphView:
        """Without operations that neither depend on an input nor lead to an output."""
        made = self.copy()
        used = walk.get_walks_union_ops(
            self.connected_inputs, self.connected_outputs, within_ops=self._ops, control_inputs=control_inputs
        )
        made._ops = [op for op in self._ops if op in used]
        return made

    def find_op_by_name(self, op_name: str) -> Any:
        """The operation of that name.

        Raises:
          ValueError: there is none.
        """
        for op in self._ops:
            if op.name == op_name:
                return op
        raise ValueError(f"{op_name} not in subgraph.")

    def __str__(self) -> str:
        if not self:
            return "SubGraphView: empty"
        lines = [f"SubGraphView (graphid={id(self.graph)}):"]
        passing = set(self._passthrough_ts)
        for title, items in (("ops", self._ops), ("inputs", self._input_ts), ("outputs", self._output_ts)):
            lines.append(f"** {title}[{len(items)}]:" if items else f"** {title}: empty")
            lines += [f"  {each.name} *" if each in passing else f"  {each.name}" for each in items]
        return "\n".join([*lines, ""])

    @property
    def graph(self) -> Any:
        return self._graph

    @property
    def ops(self) -> list[Any]:
        return self._ops

    @property
    def inputs(self) -> ListView:
        return ListView(self._input_ts)

    @property
    def connected_inputs(self) -> list[Any]:
        """Inputs that an operation takes."""
        return [t for t in self._input_ts if t not in self._passthrough_ts]

    @property
    def outputs(self) -> ListView:
        return ListView(self._output_ts)

    @property
    def connected_outputs(self) -> list[Any]:
        """Outputs that an operation makes."""
        return [t for t in self._output_ts if t not in self._passthrough_ts]

    @property
    def passthroughs(self) -> ListView:
        return ListView(self._passthrough_ts)

    def __bool__(self) -> bool:
        return self._graph is not None

    def op(self, op_id: int) -> Any:
        return self._ops[op_id]

    def is_passthrough(self, t: Any) -> bool:
        return t in self._passthrough_ts

    def __enter__(self) -> SubGraphView:
        return self

    def __exit__(self, *error: Any) -> None:
        pass

    def input_index(self, t: Any) -> int:
        """The place of a tensor among the inputs; ValueError if it is none."""
        return _place(t, self._input_ts, "inputs")

    def output_index(self, t: Any) -> int:
        """The place of a tensor among the outputs; ValueError if it is none."""
        return _place(t, self._output_ts, "outputs")

    def consumers(self) -> list[Any]:
        """The operations outside that take an output."""
        inside = frozenset(self._ops)
        taken = (op for t in self._output_ts for op in t.consumers() if op not in inside)
        return util.concatenate_unique([], taken)


def _place(t: Any, ts: list[Any], what: str) -> int:
    try:
        return ts.index(t)
    except ValueError:
        raise ValueError(f"Can't find {t.name} in {what} of subgraph.") from None


def _picked(chosen: Iterable[Any], ts: Sequence[Any], repetition: bool) -> list[Any]:
    places = [each if isinstance(each, int) else ts.index(each) for each in chosen]
    for place in places:
        if not 0 <= place < len(ts):
            raise ValueError(f"Out of [0, {len(ts)}[ range: {place}")
    if not repetition and len(set(places)) != len(places):
        raise ValueError(f"Found repetition in mapping: {places}")
    return [ts[place] for place in places]


def _check_graph(view: Any, graph: Any) -> Any:
    if not isinstance(view, SubGraphView):
        raise TypeError(f"Expected a SubGraphView, got: {type(view)}")
    if graph is None or not view.graph:
        return view
    if not isinstance(graph, v1.Graph):
        raise TypeError(f"Expected a tf.Graph, got: {type(graph)}")
    if view.graph is not graph:
        raise ValueError("Graph mismatch.")
    return view


def make_view(*args: Any, **kwargs: Any) -> Any:
    """A view of what `select_ops_and_ts` selects; a view is answered as it is.

    Raises:
      ValueError: it is of another graph than `graph`.
    """
    graph = kwargs.get("graph")
    if len(args) == 1 and isinstance(args[0], SubGraphView):
        return _check_graph(args[0], graph)
    return _check_graph(SubGraphView(*select.select_ops_and_ts(*args, **kwargs)), graph)


def make_view_from_scope(scope: str, graph: Any) -> SubGraphView:
    """A view of the operations within a name scope."""
    return SubGraphView(select.get_name_scope_ops(graph, scope))
