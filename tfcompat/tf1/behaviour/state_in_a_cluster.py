"""State without a job, in a session of a cluster: on the cluster's first job by name (`ps` before `worker`).

There 1.15 put what the graph gives no job; TensorFlow 2 prefers the worker that the session talks to, so that no two
workers share a variable or a queue that was not placed by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import dtypes
from tfcompat.backend.replace import replaces
from tfcompat.backend.v1api import v1

_SEEN, _HOME = "_tfcompat_placed", "_tfcompat_home"


@replaces("tensorflow.python.client.session.BaseSession._extend_graph")
def extend_graph(original: Callable[..., Any], session: Any) -> None:
    if session._target:
        _place(session)
    original(session)


def _place(session: Any) -> None:
    seen, version = getattr(session, _SEEN, 0), session.graph.version
    if seen == version:
        return
    setattr(session, _SEEN, version)
    states = [op for op in session.graph.get_operations()[seen:] if _is_state(op) and "/job:" not in op.device]
    if states and not hasattr(session, _HOME):
        setattr(session, _HOME, _first_task([device.name for device in session.list_devices()]))
    for op in states:
        given = v1.DeviceSpec.from_string(op.device)
        if given.task is None and getattr(session, _HOME) is not None:
            op._set_device(given.make_merged_spec(getattr(session, _HOME)))


def _first_task(devices: list[str]) -> Any:
    """The task of the device that 1.15 took by default, or None where all devices are of one task."""
    specs = [v1.DeviceSpec.from_string(name) for name in sorted(devices)]
    if len({(spec.job, spec.replica, spec.task) for spec in specs}) < 2:
        return None
    first = next((spec for spec in specs if spec.device_type == "GPU"), specs[0])
    return v1.DeviceSpec(job=first.job, replica=first.replica, task=first.task)


def _is_state(op: Any) -> bool:
    """Whether it makes a variable, queue, table, … that lies where the operation is, not where another is."""
    alone = not op.inputs and op.colocation_groups() == [f"loc:@{op.name}".encode()]
    return alone and any(each.dtype == dtypes.resource or each.dtype._is_ref_dtype for each in op.outputs)
