"""Operations that can be reached along tensors: forward, backward, and both at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_graphs import op_selector
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor import util
from tfcompat.tf1.contrib.graph_editor.select import check_cios


def get_forward_walk_ops(
    seed_ops: Any,
    inclusive: bool = True,
    within_ops: Any = None,
    within_ops_fn: Callable[[Any], bool] | None = None,
    stop_at_ts: Any = (),
    control_outputs: Any = None,
) -> list[Any]:
    """The seeds (operations, or those that take the tensors given), and what depends on them."""
    _, control_outputs = check_cios(False, control_outputs)
    seeds = seed_ops if util.is_iterable(seed_ops) else [seed_ops]
    if not seeds:
        return []
    if isinstance(seeds[0], v1.Tensor):
        starts = util.get_consuming_ops(seeds)
    else:
        starts = util.make_list_of_op(seeds, allow_graph=False)
    stops = frozenset(util.make_list_of_t(stop_at_ts))
    within = frozenset(util.make_list_of_op(within_ops, allow_graph=False)) if within_ops else None

    def allowed(op: Any) -> bool:
        return (within is None or op in within) and (within_ops_fn is None or within_ops_fn(op))

    starts = util.concatenate_unique([], (op for op in starts if within is None or op in within))
    found = list(starts)
    wave = list(starts)
    while wave:
        after: list[Any] = []
        for op in wave:
            for t in op.outputs:
                if t not in stops:
                    after += t.consumers()
            if control_outputs is not None:
                after += control_outputs.get(op)
        known = set(found)
        wave = util.concatenate_unique([], (op for op in after if op not in known and allowed(op)))
        found += wave
    return found if inclusive else [op for op in found if op not in starts]


def get_backward_walk_ops(
    seed_ops: Any,
    inclusive: bool = True,
    within_ops: Any = None,
    within_ops_fn: Callable[[Any], bool] | None = None,
    stop_at_ts: Any = (),
    control_inputs: bool = False,
) -> Any:
    """The seeds (operations, or those of the tensors given), and what they depend on."""
    return op_selector.get_backward_walk_ops(
        seed_ops,
        inclusive=inclusive,
        within_ops=within_ops,
        within_ops_fn=within_ops_fn,
        stop_at_ts=stop_at_ts,
        control_inputs=control_inputs,
    )


def _both(
    forward_seed_ops: Any, backward_seed_ops: Any, forward_inclusive: bool, backward_inclusive: bool, within_ops: Any,
    within_ops_fn: Any, control_inputs: bool, control_outputs: Any, control_ios: Any,
) -> tuple[list[Any], list[Any]]:  # fmt: skip
    control_inputs, control_outputs = check_cios(control_inputs, control_outputs, control_ios)
    forward = get_forward_walk_ops(
        forward_seed_ops,
        inclusive=forward_inclusive,
        within_ops=within_ops,
        within_ops_fn=within_ops_fn,
        control_outputs=control_outputs,
    )
    backward = get_backward_walk_ops(
        backward_seed_ops,
        inclusive=backward_inclusive,
        within_ops=within_ops,
        within_ops_fn=within_ops_fn,
        control_inputs=control_inputs,
    )
    return forward, list(backward)


def get_walks_intersection_ops(
    forward_seed_ops: Any,
    backward_seed_ops: Any,
    forward_inclusive: bool = True,
    backward_inclusive: bool = True,
    within_ops: Any = None,
    within_ops_fn: Callable[[Any], bool] | None = None,
    control_inputs: bool = False,
    control_outputs: Any = None,
    control_ios: Any = None,
) -> list[Any]:
    """What lies between: reached forward from some and backward from others."""
    forward, backward = _both(
        forward_seed_ops, backward_seed_ops, forward_inclusive, backward_inclusive, within_ops, within_ops_fn,
        control_inputs, control_outputs, control_ios,
    )  # fmt: skip
    wanted = set(backward)
    return [op for op in forward if op in wanted]


def get_walks_union_ops(
    forward_seed_ops: Any,
    backward_seed_ops: Any,
    forward_inclusive: bool = True,
    backward_inclusive: bool = True,
    within_ops: Any = None,
    within_ops_fn: Callable[[Any], bool] | None = None,
    control_inputs: bool = False,
    control_outputs: Any = None,
    control_ios: Any = None,
) -> list[Any]:
    """What is reached forward from some, or backward from others."""
    forward, backward = _both(
        forward_seed_ops, backward_seed_ops, forward_inclusive, backward_inclusive, within_ops, within_ops_fn,
        control_inputs, control_outputs, control_ios,
    )  # fmt: skip
    return util.concatenate_unique(forward, backward)
