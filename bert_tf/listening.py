"""How a stage is heard: layers say each result's name once, and whoever listens in this context may keep it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

Listener = Callable[[str, Any], None]
_listener: ContextVar[Listener | None] = ContextVar("bert_tf_listener", default=None)


def heard(stage: str, value: Any) -> Any:
    """Tells the listener, if there is one, and gives the value back."""
    listener = _listener.get()
    if listener is not None:
        listener(stage, value)
    return value


@contextlib.contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Everything that runs in the block is told to the listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
