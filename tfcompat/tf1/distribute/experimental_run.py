"""`tf.distribute.Strategy.experimental_run_v2`, which is `run` since TensorFlow 2.2."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def experimental_run_v2(self: Any, fn: Any, args: Any = (), kwargs: Any = None) -> Any:
    """`fn` on each replica."""
    return self.run(fn, args=args, kwargs=kwargs)


def install() -> None:
    """Gives strategies the method, unless they have it."""
    if not hasattr(v1.distribute.Strategy, "experimental_run_v2"):
        v1.distribute.Strategy.experimental_run_v2 = experimental_run_v2
