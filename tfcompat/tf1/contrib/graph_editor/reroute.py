"""Tensors put in the place of others: `a2b` gives b's consumers to a, `b2a` the other way round, `swap` does both."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor import subgraph, util

# Whether b's consumers get a, and a's get b.
_A2B, _SWAP = (True, False), (True, True)
Mode = tuple[bool, bool]


def _check_ts_compatibility(ts0: Any, ts1: Any) -> None:
    ts0, ts1 = util.make_list_of_t(ts0), util.make_list_of_t(ts1)
    if len(ts0) != len(ts1):
        raise ValueError(f"ts0 and ts1 have different sizes: {len(ts0)} != {len(ts1)}")
    for t0, t1 in zip(ts0, ts1, strict=True):
        if not t0.dtype.is_compatible_with(t1.dtype):
            raise ValueError(f"Dtypes {t0.dtype} and {t1.dtype} are not compatible.")
        if not t0.get_shape().is_compatible_with(t1.get_shape()):
            raise ValueError(f"Shapes {t0.get_shape()} and {t1.get_shape()} are not compatible.")


def _reroute_ts(ts0: Any, ts1: Any, mode: Mode, can_modify: Any = None, cannot_modify: Any = None) -> int:
    """Answers how many inputs of operations were changed."""
    a2b, b2a = mode
    ts0, ts1 = util.make_list_of_t(ts0), util.make_list_of_t(ts1)
    _check_ts_compatibility(ts0, ts1)
    may = None if can_modify is None else frozenset(util.make_list_of_op(can_modify))
    may_not = frozenset() if cannot_modify is None else frozenset(util.make_list_of_op(cannot_modify))
    # All consumers before anything changes: what is moved must not be moved again.
    consumers = [(t0.consumers(), t1.consumers()) for t0, t1 in zip(ts0, ts1, strict=True)]
    count = 0
    for t0, t1, (of_t0, of_t1) in zip(ts0, ts1, consumers, strict=True):
        if t0 is t1:
            continue
        # Which inputs, before the first of both directions changes one.
        moves = []
        for wanted, new, old, ops in ((a2b, t0, t1, of_t1), (b2a, t1, t0, of_t0)):
            ops = [op for op in ops if (may is None or op in may) and op not in may_not]
            if wanted:
                moves += [
                    (op, i, new) for op in util.concatenate_unique([], ops) for i, t in enumerate(op.inputs) if t is old
                ]
        for op, i, new in moves:
            op._update_input(i, new)
        count += len(moves)
    return count


def swap_ts(ts0: Any, ts1: Any, can_modify: Any = None, cannot_modify: Any = None) -> int:
    """Swaps the consumers of tensors; answers how many inputs changed.

    Raises:
      ValueError: the lists differ in length, or tensors in dtype or shape.
    """
    return _reroute_ts(ts0, ts1, _SWAP, can_modify, cannot_modify)


def reroute_ts(ts0: Any, ts1: Any, can_modify: Any = None, cannot_modify: Any = None) -> int:
    """Gives the consumers of `ts1` to `ts0`; answers how many inputs changed.

    Raises:
      ValueError: the lists differ in length, or tensors in dtype or shape.
    """
    return _reroute_ts(ts0, ts1, _A2B, can_modify, cannot_modify)


def _remap(view0: Any, view1: Any, mode: Mode) -> None:
    """Lets two views say what their inputs are after these were rerouted."""
    a2b, b2a = mode
    new0, new1 = view0.copy(), view1.copy()
    if a2b:
        new1._input_ts, new1._passthrough_ts = list(view0._input_ts), list(view0._passthrough_ts)
    if b2a:
        new0._input_ts, new0._passthrough_ts = list(view1._input_ts), list(view1._passthrough_ts)
    for wanted, other, changed in ((a2b, new0, new1), (b2a, new1, new0)):
        if wanted:
            for i, t in enumerate(changed._output_ts):
                if t in other._passthrough_ts:
                    changed._output_ts[i] = changed._input_ts[other._input_ts.index(t)]
    view0._assign_from(new0)
    view1._assign_from(new1)


def _views(sgv0: Any, sgv1: Any) -> tuple[Any, Any]:
    views = subgraph.make_view(sgv0), subgraph.make_view(sgv1)
    util.check_graphs(*views)
    return views


def _reroute_inputs(sgv0: Any, sgv1: Any, mode: Mode) -> tuple[Any, Any]:
    view0, view1 = _views(sgv0, sgv1)
    may = view0.ops + view1.ops
    may = may + util.get_consuming_ops(view0.passthroughs) + util.get_consuming_ops(view1.passthroughs)
    _reroute_ts(view0.inputs, view1.inputs, mode, can_modify=may)
    _remap(view0, view1, mode)
    return view0, view1


def _reroute_outputs(sgv0: Any, sgv1: Any, mode: Mode) -> tuple[Any, Any]:
    view0, view1 = _views(sgv0, sgv1)
    _reroute_ts(view0.outputs, view1.outputs, mode, cannot_modify=view0.ops + view1.ops)
    return view0, view1


def swap_inputs(sgv0: Any, sgv1: Any) -> tuple[Any, Any]:
    """Swaps the inputs of two views."""
    return _reroute_inputs(sgv0, sgv1, _SWAP)


def reroute_inputs(sgv0: Any, sgv1: Any) -> tuple[Any, Any]:
    """Gives the inputs of `sgv0` to `sgv1` too."""
    return _reroute_inputs(sgv0, sgv1, _A2B)


def swap_outputs(sgv0: Any, sgv1: Any) -> tuple[Any, Any]:
    """Swaps the outputs of two views."""
    return _reroute_outputs(sgv0, sgv1, _SWAP)


def reroute_outputs(sgv0: Any, sgv1: Any) -> tuple[Any, Any]:
    """Lets the outputs of `sgv0` stand for those of `sgv1`."""
    return _reroute_outputs(sgv0, sgv1, _A2B)


def swap_ios(sgv0: Any, sgv1: Any) -> tuple[Any, Any]:
    """Swaps outputs and inputs of two views."""
    view0, view1 = _reroute_outputs(sgv0, sgv1, _SWAP)
    return _reroute_inputs(view0, view1, _SWAP)


def reroute_ios(sgv0: Any, sgv1: Any) -> tuple[Any, Any]:
    """Lets `sgv0` stand for `sgv1`: gives it that one's inputs and outputs."""
    view0, view1 = _reroute_outputs(sgv0, sgv1, _A2B)
    return _reroute_inputs(view0, view1, _A2B)


def _check_op(op: Any) -> None:
    if not isinstance(op, v1.Operation):
        raise TypeError(f"Expected a tf.Operation, got: {type(op)}")


def remove_control_inputs(op: Any, cops: Any) -> None:
    """Lets an operation no longer wait for others.

    Raises:
      ValueError: it does not wait for one of them.
    """
    _check_op(op)
    awaited = util.make_list_of_op(cops, allow_graph=False)
    for each in awaited:
        if each not in op.control_inputs:
            raise ValueError(f"{op.name} is not a control_input of {each.name}")
    left = [each for each in op.control_inputs if each not in awaited]
    op._remove_all_control_inputs()
    op._add_control_inputs(left)


def add_control_inputs(op: Any, cops: Any) -> None:
    """Lets an operation wait for others.

    Raises:
      ValueError: it does already.
    """
    _check_op(op)
    awaited = util.make_list_of_op(cops, allow_graph=False)
    for each in awaited:
        if each in op.control_inputs:
            raise ValueError(f"{each.name} is already a control_input of {op.name}")
    op._add_control_inputs(awaited)
