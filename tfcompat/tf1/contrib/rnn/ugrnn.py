"""`UGRNNCell`: the update gate RNN (arXiv:1611.09913)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, known_input_size
from tfcompat.tf1.cells.linear import Linear


class UGRNNCell(Cell):
    """One gate between the old state and a new one; variables `kernel` and `bias`."""

    def __init__(
        self,
        num_units: int,
        initializer: Any = None,
        forget_bias: float = 1.0,
        activation: Any = v1.tanh,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        self._state_size = self._output_size = self._num_units = num_units
        self._initializer = initializer
        self._forget_bias = forget_bias
        self._activation = activation
        self._linear: Linear | None = None

    def call(self, inputs: Any, state: Any) -> Any:
        known_input_size(inputs)
        with v1.variable_scope(v1.get_variable_scope(), initializer=self._initializer):
            joined = v1.concat([inputs, state], 1)
            if self._linear is None:
                self._linear = Linear(joined, 2 * self._num_units, True)
            gate, candidate = v1.split(axis=1, num_or_size_splits=2, value=self._linear(joined))
            candidate = self._activation(candidate)
            gate = v1.sigmoid(gate + self._forget_bias)
            new_state = gate * state + (1.0 - gate) * candidate
        return new_state, new_state
