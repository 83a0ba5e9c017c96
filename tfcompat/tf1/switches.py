"""`tf.enable_…` and `tf.disable_…`: TensorFlow 1's own switches, for TensorFlow 1 code alone.

TensorFlow's functions of these names change the whole process; these leave the libraries that expect TensorFlow 2 as
they are. Source: the functions of the same names in `tf.compat.v1`.
"""

from __future__ import annotations

from tfcompat.backend import graph_mode
from tfcompat.backend.mode import ViewFlag
from tfcompat.backend.replace import replaces
from tfcompat.backend.v1api import v1

__all__ = [
    "control_flow_v2_enabled",
    "disable_control_flow_v2",
    "disable_eager_execution",
    "disable_resource_variables",
    "disable_tensor_equality",
    "disable_v2_behavior",
    "disable_v2_tensorshape",
    "enable_control_flow_v2",
    "enable_resource_variables",
    "enable_tensor_equality",
    "enable_v2_behavior",
    "enable_v2_tensorshape",
    "resource_variables_enabled",
]
_BEHAVIOR = (
    graph_mode.V2_BEHAVIOR,
    graph_mode.V2_TENSORSHAPE,
    graph_mode.TENSOR_EQUALITY,
    graph_mode.CONTROL_FLOW_V2,
    graph_mode.RESOURCE_VARIABLES,
)


def _set(value: bool, *flags: ViewFlag) -> None:
    for flag in flags:
        flag.tf1 = value


def disable_v2_behavior() -> None:
    """Graph mode, `Dimension`s, reference variables, control flow v1: what TensorFlow 1 code has already."""
    _set(False, *_BEHAVIOR)
    disable_eager_execution()


def enable_v2_behavior() -> None:
    """Eager execution and every 2.x switch on, as in 1.15.

    Raises:
      ValueError: operations were built already.
    """
    v1.enable_eager_execution()
    _set(True, *_BEHAVIOR)


def disable_eager_execution() -> None:
    """Graph mode, the default; TensorFlow 1 code that starts with this call starts as it would without."""
    graph_mode.graph_by_default()


def disable_v2_tensorshape() -> None:
    """`shape[i]` is a `Dimension`."""
    _set(False, graph_mode.V2_TENSORSHAPE)


def enable_v2_tensorshape() -> None:
    """`shape[i]` is an int or None."""
    _set(True, graph_mode.V2_TENSORSHAPE)


def disable_tensor_equality() -> None:
    """`a == b` asks whether two tensors are the same object, and tensors can be keys."""
    _set(False, graph_mode.TENSOR_EQUALITY)


def enable_tensor_equality() -> None:
    """`a == b` compares element by element."""
    _set(True, graph_mode.TENSOR_EQUALITY)


def disable_control_flow_v2() -> None:
    """`tf.cond` and `tf.while_loop` build Switch, Merge, Enter and Exit ops."""
    _set(False, graph_mode.CONTROL_FLOW_V2)


def enable_control_flow_v2() -> None:
    """`tf.cond` and `tf.while_loop` build If and While ops."""
    _set(True, graph_mode.CONTROL_FLOW_V2)


def control_flow_v2_enabled() -> bool:
    return bool(graph_mode.CONTROL_FLOW_V2)


def disable_resource_variables() -> None:
    """Variables are reference variables, as by default in 1.15."""
    _set(False, graph_mode.RESOURCE_VARIABLES)


def enable_resource_variables() -> None:
    """Variables are resource variables from here on."""
    _set(True, graph_mode.RESOURCE_VARIABLES)


def resource_variables_enabled() -> bool:
    return bool(graph_mode.RESOURCE_VARIABLES)


@replaces("tensorflow.python.compat.v2_compat.disable_v2_behavior")
def _disable_by_deep_import(original: object) -> None:
    disable_v2_behavior()
