"""`tensorflow.python.framework.test_util`: what took other arguments in 1.15."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_testing import test_util


def run_in_graph_and_eager_modes(
    func: Callable[..., Any] | None = None,
    config: Any = None,
    use_gpu: bool = True,
    reset_test: bool = True,
    assert_no_eager_garbage: bool = False,
) -> Any:
    """A test method run twice: as a graph and eagerly. `reset_test` has no effect: it always sets up in between."""
    return test_util.run_in_graph_and_eager_modes(
        func, config=config, use_gpu=use_gpu, assert_no_eager_garbage=assert_no_eager_garbage
    )
