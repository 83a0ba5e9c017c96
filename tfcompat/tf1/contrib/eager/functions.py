"""Functions as graphs, devices, and running a program eagerly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.v1api import v1


def defun(
    func: Callable[..., Any] | None = None,
    input_signature: Any = None,
    autograph: bool = True,
    experimental_autograph_options: Any = None,
) -> Any:
    """`tf.contrib.eager.defun` of 1.15: a Python function that runs as a graph, one for each kind of arguments."""
    return v1.function(
        func,
        input_signature=input_signature,
        autograph=autograph,
        experimental_autograph_options=experimental_autograph_options,
    )


def list_devices() -> Any:
    """The names of all devices."""
    return context.context().devices()


def run(main: Callable[..., Any] | None = None, argv: Any = None) -> None:
    """`tf.contrib.eager.run` of 1.15: `tf.app.run` with eager execution enabled; ends the program."""
    v1.enable_eager_execution()
    v1.app.run(main, argv)
