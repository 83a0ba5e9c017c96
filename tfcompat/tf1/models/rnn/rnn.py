"""`tensorflow.models.rnn.rnn`: the functions that unroll a cell, under the names of TensorFlow 0.x."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

__all__ = ["bidirectional_rnn", "dynamic_rnn", "rnn", "state_saving_rnn"]

_TODAY = {
    "bidirectional_rnn": "static_bidirectional_rnn",
    "dynamic_rnn": "dynamic_rnn",
    "rnn": "static_rnn",
    "state_saving_rnn": "static_state_saving_rnn",
}


def __getattr__(name: str) -> Any:
    if name in _TODAY:
        return getattr(v1.nn, _TODAY[name])
    raise AttributeError(f"tensorflow.models.rnn.rnn has {', '.join(__all__)}, but was asked for {name}", name=name)
