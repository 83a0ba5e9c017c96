"""Sessions of `tf.test.TestCase`: what is built in one is on the processor unless a GPU is asked for, as in 1.15."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces

_CASE = "tensorflow.python.framework.test_util.TensorFlowTestCase"


@replaces(f"{_CASE}.session", f"{_CASE}.cached_session", f"{_CASE}.test_session")
def session(
    original: Callable[..., Any],
    case: Any,
    graph: Any = None,
    config: Any = None,
    use_gpu: bool = False,
    force_gpu: bool = False,
) -> Any:
    return original(case, graph, config, use_gpu, force_gpu)
