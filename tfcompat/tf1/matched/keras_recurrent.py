"""A recurrent layer builds its cell under its own name, `lstm/kernel`; a later Keras has `lstm/lstm_cell/kernel`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.layers.rnn.base_rnn.RNN.build")
def build(original: Callable[..., Any], self: Any, input_shape: Any) -> None:
    if context.executing_eagerly() or getattr(self.cell, "built", True):
        original(self, input_shape)
        return
    with _unnamed(module("layers.rnn.base_rnn").backend, self.cell.name):
        original(self, input_shape)


@contextmanager
def _unnamed(backend: Any, cell: str) -> Iterator[None]:
    """No name scope for this cell; the layer opens it through its module's `backend`."""
    opened = backend.name_scope
    backend.name_scope = lambda name: _nothing() if name == cell else opened(name)
    try:
        yield
    finally:
        backend.name_scope = opened


@contextmanager
def _nothing() -> Iterator[None]:
    yield


@replaces("tf_keras.src.layers.rnn.base_rnn.RNN.call")
def call(original: Callable[..., Any], self: Any, *args: Any, **options: Any) -> Any:
    """Steps the cell by its `call`, which opens no scope."""
    if context.executing_eagerly() or "__call__" in vars(self.cell):
        return original(self, *args, **options)
    vars(self.cell)["__call__"] = self.cell.call
    try:
        return original(self, *args, **options)
    finally:
        del vars(self.cell)["__call__"]
