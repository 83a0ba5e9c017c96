"""Weights that begin with drawn numbers, which a model that a checkpoint is about to fill need not draw."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

_put_off: ContextVar[bool] = ContextVar("put_off", default=False)


@contextlib.contextmanager
def put_off() -> Iterator[None]:
    """What is made within begins with zeros, until `draw`."""
    token = _put_off.set(True)
    try:
        yield
    finally:
        _put_off.reset(token)


def add_drawn(layer: Any, shape: tuple[int, ...], initializer: Callable[..., Any]) -> Any:
    """`layer.add_weight` of a matrix called "weight"."""
    weight = layer.add_weight(name="weight", shape=shape, initializer="zeros" if _put_off.get() else initializer)
    weight.draw = functools.partial(initializer, shape)
    return weight


def draw(variable: Any) -> None:
    """Gives a weight that was put off its numbers; any other has them."""
    if hasattr(variable, "draw"):
        variable.assign(variable.draw(dtype=variable.dtype))
