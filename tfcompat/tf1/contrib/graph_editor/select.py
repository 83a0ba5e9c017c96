"""Operations and tensors selected: by name, by what is around them, by what lies within a boundary."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.graph_editor import util

_KEYWORDS = ("graph", "positive_filter", "restrict_ops_regex", "restrict_ts_regex")


def can_be_regex(obj: Any) -> bool:
    return isinstance(obj, (str, re.Pattern))


def make_regex(obj: Any) -> re.Pattern[str]:
    if not can_be_regex(obj):
        raise ValueError(f"Expected a string or a regex, got: {type(obj)}")
    return re.compile(obj)


def _get_input_ts(ops: Any) -> list[Any]:
    return util.concatenate_unique([], (t for op in util.make_list_of_op(ops) for t in op.inputs))


def _get_output_ts(ops: Any) -> list[Any]:
    return [t for op in util.make_list_of_op(ops) for t in op.outputs]


def filter_ts(ops: Any, positive_filter: Any) -> list[Any]:
    """All tensors that go into or come out of the operations, and that the filter (a function, or True) lets pass."""
    ops = util.make_list_of_op(ops)
    ts = util.concatenate_unique(_get_input_ts(ops), _get_output_ts(ops))
    return ts if positive_filter is True else [t for t in ts if positive_filter(t)]


def filter_ts_from_regex(ops: Any, regex: Any) -> list[Any]:
    pattern = make_regex(regex)
    return filter_ts(ops, lambda t: pattern.search(t.name))


def filter_ops(ops: Any, positive_filter: Any) -> list[Any]:
    """The operations that the filter (a function, or True) lets pass."""
    ops = util.make_list_of_op(ops)
    return ops if positive_filter is True else [op for op in ops if positive_filter(op)]


def filter_ops_from_regex(ops: Any, regex: Any) -> list[Any]:
    pattern = make_regex(regex)
    return filter_ops(ops, lambda op: pattern.search(op.name))


def get_name_scope_ops(ops: Any, scope: str) -> list[Any]:
    """The operations within a name scope, and one of that very name."""
    return filter_ops_from_regex(ops, f"^{scope.removesuffix('/')}(/.*)?$")


def check_cios(control_inputs: bool = False, control_outputs: Any = None, control_ios: Any = None) -> tuple[bool, Any]:
    """Whether control inputs count, and the `ControlOutputs` that do; `control_ios` stands for both.

    Raises:
      TypeError: something else is given.
      ValueError: `control_ios` and `control_outputs` are given.
    """
    for given in (control_ios, control_outputs):
        if given is not None and not isinstance(given, util.ControlOutputs):
            raise TypeError(f"Expected a util.ControlOutputs, got: {type(given)}")
    if control_ios is not None:
        if control_outputs is not None:
            raise ValueError("control_outputs should be None when using control_ios.")
        control_inputs, control_outputs = True, control_ios
    if control_outputs is not None:
        control_outputs.update()
    return control_inputs, control_outputs


def get_ops_ios(
    ops: Any, control_inputs: bool = False, control_outputs: Any = None, control_ios: Any = None
) -> list[Any]:
    """The operations next to some: those that make their inputs, and those that take their outputs."""
    control_inputs, control_outputs = check_cios(control_inputs, control_outputs, control_ios)
    found: list[Any] = []
    for op in util.make_list_of_op(ops):
        util.concatenate_unique(found, (t.op for t in op.inputs))
        for t in op.outputs:
            util.concatenate_unique(found, t.consumers())
        if control_outputs is not None:
            util.concatenate_unique(found, control_outputs.get(op))
        if control_inputs:
            util.concatenate_unique(found, op.control_inputs)
    return found


def compute_boundary_ts(ops: Any) -> tuple[list[Any], list[Any], list[Any]]:
    """Tensors that come from outside some operations, that go outside or nowhere, and that are made and used inside."""
    ops = util.make_list_of_op(ops)
    inputs, outputs = _get_input_ts(ops), _get_output_ts(ops)
    made, members = frozenset(outputs), frozenset(ops)
    inside = [t for t in inputs if t in made]
    hidden = {t for t in inside if not frozenset(t.consumers()) - members}
    return [t for t in inputs if t not in made], [t for t in outputs if t not in hidden], inside


def get_within_boundary_ops(
    ops: Any,
    seed_ops: Any,
    boundary_ops: Any = (),
    inclusive: bool = True,
    control_inputs: bool = False,
    control_outputs: Any = None,
    control_ios: Any = None,
) -> list[Any]:
    """The operations that can be reached from the seeds without crossing the boundary.

    Raises:
      ValueError: a seed is on the boundary.
    """
    control_inputs, control_outputs = check_cios(control_inputs, control_outputs, control_ios)
    ops = util.make_list_of_op(ops)
    found = set(util.make_list_of_op(seed_ops, allow_graph=False))
    boundary = set(util.make_list_of_op(boundary_ops))
    if boundary & found:
        raise ValueError("Boundary is intersecting with the seeds.")
    wave = set(found)
    while wave:
        near = set(get_ops_ios(wave, control_inputs, control_outputs)) - found
        if inclusive:
            found |= near & boundary
        wave = near - boundary
        found |= wave
    return [op for op in ops if op in found]


def select_ops(*args: Any, **kwargs: Any) -> list[Any]:
    """Operations, by lists of them, graphs, or regular expressions on names in `graph`.

    An expression that begins with `(?#ts)` selects none; with `restrict_ops_regex`, only those that begin with
    `(?#ops)` do. `positive_filter` is a function of an operation.

    Raises:
      TypeError, ValueError: arguments do not fit.
    """
    return _select(
        args, kwargs, "restrict_ops_regex", "(?#ops)", "(?#ts)", filter_ops_from_regex,
        lambda arg: util.make_list_of_op(arg, ignore_ts=True),
    )  # fmt: skip


def select_ts(*args: Any, **kwargs: Any) -> list[Any]:
    """Tensors, as `select_ops` selects operations."""
    return _select(
        args, kwargs, "restrict_ts_regex", "(?#ts)", "(?#ops)", filter_ts_from_regex,
        lambda arg: util.make_list_of_t(arg, ignore_ops=True),
    )  # fmt: skip


def select_ops_and_ts(*args: Any, **kwargs: Any) -> tuple[list[Any], list[Any]]:
    """Operations and tensors; expressions for tensors begin with `(?#ts)`."""
    ops = select_ops(*args, restrict_ops_regex=False, **kwargs)
    return ops, select_ts(*args, restrict_ts_regex=True, **kwargs)


def _select(
    args: Any,
    kwargs: dict[str, Any],
    restrict: str,
    mark: str,
    other_mark: str,
    by_regex: Callable[[Any, Any], list[Any]],
    as_list: Callable[[Any], list[Any]],
) -> list[Any]:
    for key in kwargs:
        if key not in _KEYWORDS:
            raise ValueError(f"Wrong keywords argument: {key}.")
    graph, wanted = kwargs.get("graph"), kwargs.get("positive_filter")
    if graph is not None and not isinstance(graph, v1.Graph):
        raise TypeError(f"Expected a tf.Graph, got: {type(graph)}")
    found: list[Any] = []
    for arg in args:
        if can_be_regex(arg):
            if graph is None:
                raise ValueError("Use the keyword argument 'graph' to use regex.")
            pattern = make_regex(arg)
            marked = pattern.pattern.startswith(mark)
            if pattern.pattern.startswith(other_mark) or (kwargs.get(restrict) and not marked):
                continue
            items = by_regex(graph, pattern)
        else:
            items = as_list(arg)
        util.concatenate_unique(found, (each for each in items if wanted is None or wanted(each)))
    return found


def __getattr__(name: str) -> Any:
    """The walks, which 1.15 had in this module; `walk` is built on it."""
    from tfcompat.tf1.contrib.graph_editor import walk

    if name.startswith("__") or not hasattr(walk, name):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    return getattr(walk, name)
