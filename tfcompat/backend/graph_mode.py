"""Puts the process in TensorFlow 1's mode: graphs by default, and every 2.x switch answering by the thread's view.

`tf.disable_v2_behavior()` turns the switches off for everybody. Here each becomes a `ViewFlag`, so that a library
that expects TensorFlow 2 still finds them on (`as_tf2`), while the user's code finds them off.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tfcompat.backend import mode

_saved: list[tuple[Any, str, Any]] = []
_library_graph: Any = None

V2_BEHAVIOR = mode.ViewFlag(tf1=False, tf2=True)
V2_TENSORSHAPE = mode.ViewFlag(tf1=False, tf2=True)
TENSOR_EQUALITY = mode.ViewFlag(tf1=False, tf2=True)
CONTROL_FLOW_V2 = mode.ViewFlag(tf1=False, tf2=True)
RESOURCE_VARIABLES = mode.ViewFlag(tf1=False, tf2=True)
# Advice on moving to TensorFlow 2 is no news to who runs TensorFlow 1 code.
DEPRECATION_WARNINGS = mode.ViewFlag(tf1=False, tf2=True)


def enable() -> None:
    """Makes TensorFlow 1 the default view of this process. TensorFlow must have been imported."""
    import tensorflow

    # The switches live in these modules and have no public setter that takes anything but on and off.
    from tensorflow.python import tf2
    from tensorflow.python.eager import context
    from tensorflow.python.framework import ops, tensor, tensor_shape
    from tensorflow.python.ops import control_flow_util, resource_variables_toggle
    from tensorflow.python.util import deprecation

    if _saved:
        return
    for holder, name, flag in (
        (tensor_shape, "_TENSORSHAPE_V2_OVERRIDE", V2_TENSORSHAPE),
        (tensor.Tensor, "_USE_EQUALITY", TENSOR_EQUALITY),
        (control_flow_util, "ENABLE_CONTROL_FLOW_V2", CONTROL_FLOW_V2),
        (resource_variables_toggle, "_DEFAULT_USE_RESOURCE", RESOURCE_VARIABLES),
        (deprecation, "_PRINT_DEPRECATION_WARNINGS", DEPRECATION_WARNINGS),
        (tf2, "enabled", V2_BEHAVIOR.__bool__),
        (tensorflow.__internal__.tf2, "enabled", V2_BEHAVIOR.__bool__),
        (tensorflow.compat.v2.__internal__.tf2, "enabled", V2_BEHAVIOR.__bool__),  # the one that tf_keras asks
    ):
        _saved.append((holder, name, getattr(holder, name)))
        setattr(holder, name, flag)
    for flag in (V2_BEHAVIOR, V2_TENSORSHAPE, TENSOR_EQUALITY, CONTROL_FLOW_V2, RESOURCE_VARIABLES):
        flag.tf1 = False
    mode.set_default(True)
    _enter_graph_mode(context, ops)


def graph_by_default() -> None:
    """Graph mode for TensorFlow 1 code, after it switched eager execution on."""
    from tensorflow.python.eager import context
    from tensorflow.python.framework import ops

    _enter_graph_mode(context, ops)


def disable() -> None:
    """Back to TensorFlow 2 for everybody; graphs that were built stay as they are."""
    if not _saved:
        return
    from tensorflow.python.eager import context

    for holder, name, value in reversed(_saved):
        setattr(holder, name, value)
    _saved.clear()
    mode.set_default(False)
    context.default_execution_mode = context.EAGER_MODE
    if context.context_safe() is not None:
        context.context()._thread_local_data.is_eager = True


def _enter_graph_mode(context: Any, ops: Any) -> None:
    context.default_execution_mode = context.GRAPH_MODE
    existing = context.context_safe()
    if existing is None:
        return
    existing._thread_local_data.is_eager = False
    if len(existing._context_switches.stack) == 1:
        # A stack that starts with "eager" would make tf.init_scope leave the default graph.
        existing._context_switches = type(existing._context_switches)(False)
    if existing._seed is not None:  # tf.random.set_seed came first: the graph takes that seed, as 1.15's would have
        ops.get_default_graph().seed = existing._seed


@contextlib.contextmanager
def as_tf2() -> Iterator[None]:
    """TensorFlow 2 for a block in this thread: eager, its own switches, and none of the user's graph scopes."""
    global _library_graph
    from tensorflow.python.eager import context
    from tensorflow.python.framework import ops

    if not mode.tf1_active():
        yield
        return
    if _library_graph is None:
        _library_graph = ops.Graph()
    with mode.view(tf1=False), _library_graph.as_default(), context.eager_mode():
        yield


@contextlib.contextmanager
def as_tf1() -> Iterator[None]:
    """TensorFlow 1 for a block in this thread, for user code that a library calls back."""
    from tensorflow.python.eager import context

    if mode.tf1_active():
        yield
        return
    scope = context.graph_mode if context.default_execution_mode == context.GRAPH_MODE else context.eager_mode
    with mode.view(tf1=True), scope():
        yield
