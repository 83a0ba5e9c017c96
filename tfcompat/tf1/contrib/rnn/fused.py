"""Cells that take a whole sequence at once, and adaptors to and of them."""

from __future__ import annotations

import abc
from typing import Any

from tfcompat.backend.v1api import v1


class FusedRNNCell(abc.ABC):
    """A function of a whole sequence, `[time, batch, depth]` or a list of `[batch, depth]`."""

    @abc.abstractmethod
    def __call__(
        self, inputs: Any, initial_state: Any = None, dtype: Any = None, sequence_length: Any = None, scope: Any = None
    ) -> Any:
        """The outputs, in the inputs' form, and the last state."""


class FusedRNNCellAdaptor(FusedRNNCell):
    """An ordinary cell, unrolled in a loop or in the graph."""

    def __init__(self, cell: Any, use_dynamic_rnn: bool = False) -> None:
        self._cell = cell
        self._use_dynamic_rnn = use_dynamic_rnn

    def __call__(
        self, inputs: Any, initial_state: Any = None, dtype: Any = None, sequence_length: Any = None, scope: Any = None
    ) -> Any:
        is_list = isinstance(inputs, list)
        options = {
            "sequence_length": sequence_length,
            "initial_state": initial_state,
            "dtype": dtype,
            "scope": scope,
        }
        if self._use_dynamic_rnn:
            inputs = v1.stack(inputs) if is_list else inputs
            outputs, state = v1.nn.dynamic_rnn(self._cell, inputs, time_major=True, **options)
            return v1.unstack(outputs) if is_list else outputs, state
        inputs = inputs if is_list else v1.unstack(inputs)
        outputs, state = v1.nn.static_rnn(self._cell, inputs, **options)
        return outputs if is_list else v1.stack(outputs), state


class TimeReversedFusedRNN(FusedRNNCell):
    """A fused cell that reads the sequence from its end."""

    def __init__(self, cell: Any) -> None:
        self._cell = cell

    def __call__(
        self, inputs: Any, initial_state: Any = None, dtype: Any = None, sequence_length: Any = None, scope: Any = None
    ) -> Any:
        outputs, state = self._cell(
            _reversed(inputs, sequence_length),
            initial_state=initial_state,
            dtype=dtype,
            sequence_length=sequence_length,
            scope=scope,
        )
        return _reversed(outputs, sequence_length), state


def _reversed(values: Any, lengths: Any) -> Any:
    if isinstance(values, list):
        return values[::-1]
    return v1.reverse(values, [0]) if lengths is None else v1.reverse_sequence(values, lengths, 0, 1)
