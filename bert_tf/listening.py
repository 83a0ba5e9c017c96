"""How a stage is heard: layers say each result's name once, and whoever listens in this context may keep it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

Listener = Callable[[str, Any], None]
_listener: ContextVar[Listener | None] = ContextVar("bert_tf_listener", default=None)
_place: ContextVar[str] = ContextVar("bert_tf_place", default="")


def heard(stage: str, value: Any) -> Any:
    """Tells the listener, if there is one, the stage's full name and its value, and gives the value back."""
    listener = _listener.get()
    if listener is not None:
        listener(_place.get() + stage, value)
    return value


@contextlib.contextmanager
def at(place: str) -> Iterator[None]:
    """What is heard in the block is named below `place`: `at("layer.0")` makes `layer.0.output` of `output`."""
    token = _place.set(f"{_place.get()}{place}.")
    try:
        yield
    finally:
        _place.reset(token)


@contextlib.contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Everything that runs in the block is told to the listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
