"""Views cut off from the rest of their graph, connected to each other, or bypassed."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor import reroute, select, subgraph, util


def detach_control_inputs(sgv: Any) -> None:
    """Lets the operations of a view wait for nothing outside it."""
    view = subgraph.make_view(sgv)
    for op in view.ops:
        reroute.remove_control_inputs(op, [each for each in op.control_inputs if each not in view.ops])


def detach_control_outputs(sgv: Any, control_outputs: Any) -> None:
    """Lets nothing outside wait for the operations of a view."""
    if not isinstance(control_outputs, util.ControlOutputs):
        raise TypeError(f"Expected a util.ControlOutputs, got: {type(control_outputs)}")
    control_outputs.update()
    view = subgraph.make_view(sgv)
    for op in view.ops:
        for waiting in control_outputs.get(op):
            if waiting not in view.ops:
                reroute.remove_control_inputs(waiting, op)


def detach_inputs(sgv: Any, control_inputs: bool = False) -> tuple[Any, list[Any]]:
    """Puts placeholders in the place of a view's inputs; answers the view and the placeholders."""
    view = subgraph.make_view(sgv)
    with view.graph.as_default():
        placeholders = [v1.placeholder(dtype=t.dtype, name=util.placeholder_name(t)) for t in view.inputs]
    reroute.swap_inputs(view, placeholders)
    if control_inputs:
        detach_control_inputs(view)
    return view, placeholders


def detach_outputs(sgv: Any, control_outputs: Any = None) -> tuple[Any, list[Any]]:
    """Puts placeholders before what takes a view's outputs; answers the view and the placeholders."""
    view = subgraph.make_view(sgv)
    used = view.remap_outputs([i for i, t in enumerate(view.outputs) if t.consumers()])
    outside = subgraph.SubGraphView(used.consumers())
    outside = outside.remap_inputs([i for i, t in enumerate(outside.inputs) if t in used.outputs])
    with used.graph.as_default():
        placeholders = [util.make_placeholder_from_tensor(t) for t in outside.inputs]
    reroute.swap_outputs(used, placeholders)
    if control_outputs is not None:
        detach_control_outputs(used, control_outputs)
    return used, placeholders


def detach(
    sgv: Any, control_inputs: bool = False, control_outputs: Any = None, control_ios: Any = None
) -> tuple[Any, list[Any], list[Any]]:
    """Both; answers the view and the placeholders on either side."""
    control_inputs, control_outputs = select.check_cios(control_inputs, control_outputs, control_ios)
    _, before = detach_inputs(sgv, control_inputs)
    _, after = detach_outputs(sgv, control_outputs)
    return sgv, before, after


def connect(sgv0: Any, sgv1: Any, disconnect_first: bool = False) -> tuple[Any, Any]:
    """Lets the outputs of `sgv0` be the inputs of `sgv1`; with `disconnect_first`, of nothing else."""
    view0, view1 = subgraph.make_view(sgv0), subgraph.make_view(sgv1)
    util.check_graphs(view0, view1)
    if disconnect_first:
        detach_outputs(view0)
    reroute.reroute_inputs(subgraph.SubGraphView(passthrough_ts=view0.outputs), view1)
    return view0, view1


def bypass(sgv: Any) -> tuple[Any, list[Any]]:
    """Lets a view's inputs stand for its outputs; answers the view and its new placeholders."""
    view = subgraph.make_view(sgv)
    inputs = list(view.inputs)
    view, placeholders = detach_inputs(view)
    reroute.reroute_ts(inputs, view.outputs)
    return view, placeholders
