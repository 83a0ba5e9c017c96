"""Several operations as one: what stands for a kernel that TensorFlow has dropped takes one place in the graph too."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any


def one_op(build: Callable[..., Any]) -> Callable[..., Any]:
    """`build` as a function within the graph: one operation, and loops in it leave nothing in collections."""
    made: list[Any] = []

    @functools.wraps(build)
    def call(*args: Any) -> Any:
        if not made:
            made.append(importlib.import_module("tensorflow").function(build, autograph=False))
        return made[0](*args)

    return call
