"""Finding operations, counting steps and rerouting tensors."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from tfcompat.backend.v1api import v1

# Nothing below these is part of the model.
SKIPPED_PREFIXES = ("gradients/", "RMSProp/", "Adagrad/", "Const_", "HistogramSummary", "ScalarSummary")
_ACTIVATIONS = ("Relu6", "Relu", "Identity")
_BATCH_NORM = re.compile(r"^(.*)BatchNorm/batchnorm")
_STEP = "fake_quantization_step"


def BatchNormGroups(graph: Any) -> list[str]:  # noqa: N802 (1.15's name)
    """What stands before `BatchNorm/` in names of unfused batch normalizations, in the graph's order."""
    found = (_BATCH_NORM.search(op.name) for op in graph.get_operations())
    groups = (match.group(1) for match in found if match)
    return list(dict.fromkeys(group for group in groups if not group.startswith(SKIPPED_PREFIXES)))


def GetEndpointActivationOp(graph: Any, prefix: str) -> Any:  # noqa: N802
    """The activation with this prefix, or None."""
    for suffix in _ACTIVATIONS:
        try:
            return graph.get_operation_by_name(prefix + suffix)
        except KeyError:
            continue
    return None


def CreateOrGetQuantizationStep() -> Any:  # noqa: N802
    """The default graph's count of steps, an int64 scalar that grows by 1 each time it is evaluated."""
    graph = v1.get_default_graph()
    try:
        return graph.get_tensor_by_name(f"{_STEP}/Identity:0")
    except KeyError:
        with graph.name_scope(None):
            step = v1.get_variable(
                _STEP,
                shape=[],
                dtype=v1.int64,
                initializer=v1.zeros_initializer(),
                trainable=False,
                collections=[v1.GraphKeys.GLOBAL_VARIABLES],
                aggregation=v1.VariableAggregation.ONLY_FIRST_REPLICA,
            )
            with graph.name_scope(step.op.name + "/"):
                return v1.identity(v1.assign_add(step, 1))


def DropStringPrefix(s: str, prefix: str) -> str:  # noqa: N802
    """`s` without the prefix, if it has it."""
    return s.removeprefix(prefix)


def RerouteTensor(t0: Any, t1: Any, can_modify: Collection[Any] | None = None) -> int:  # noqa: N802
    """Lets the consumers of `t1` (those in `can_modify`) consume `t0` instead; answers how many inputs changed."""
    consumers = [op for op in t1.consumers() if can_modify is None or op in can_modify]
    places = [(op, at) for op in consumers for at, tensor in enumerate(op.inputs) if tensor is t1]
    for op, at in places:
        op._update_input(at, t0)
    return len(places)
