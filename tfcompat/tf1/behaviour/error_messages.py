"""`tf.errors.OpError.message`: what went wrong first, then `[[node NAME (defined at FILE:LINE) ]]`, as in 1.15.

TensorFlow 2 opens every message with "Graph execution error:" and the traces of the nodes; the trace of the failed op
follows below the message anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces
from tfcompat.hook.project import is_user_file

_TAG = re.compile(r"\{\{(?:function_)?node ([^{}]*)\}\}")


@replaces("tensorflow.python.framework.error_interpolation.interpolate_graph")
def interpolate_graph(original: Callable[..., str], message: str, graph: Any) -> str:
    """`message` with its tags `{{node NAME}}` filled in from `graph`."""
    return _TAG.sub(lambda tag: f"node {tag.group(1)}{_defined_at(tag.group(1), graph)} ", message)


def _defined_at(name: str, graph: Any) -> str:
    try:
        trace = graph.get_operation_by_name(name).traceback
    except (KeyError, ValueError, TypeError):
        return ""
    for frame in reversed(list(trace or ())):
        if is_user_file(frame.filename):
            return f" (defined at {frame.filename}:{frame.lineno})"
    return ""
