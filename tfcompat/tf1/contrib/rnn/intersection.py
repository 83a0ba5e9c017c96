"""`IntersectionRNNCell`: the +RNN, gated in time and in depth (arXiv:1611.09913)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, known_input_size
from tfcompat.tf1.cells.linear import Linear


class IntersectionRNNCell(Cell):
    """Variables `kernel` and `bias`, and those in `in_projection` if the input has another size than the state."""

    def __init__(
        self,
        num_units: int,
        num_in_proj: int | None = None,
        initializer: Any = None,
        forget_bias: float = 1.0,
        y_activation: Any = v1.nn.relu,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        self._state_size = self._output_size = self._num_units = num_units
        self._initializer = initializer
        self._forget_bias = forget_bias
        self._num_input_proj = num_in_proj
        self._y_activation = y_activation
        self._linear1: Linear | None = None
        self._linear2: Linear | None = None

    def call(self, inputs: Any, state: Any) -> Any:
        size, units = known_input_size(inputs), self._num_units
        with v1.variable_scope(v1.get_variable_scope(), initializer=self._initializer):
            if size != units:
                inputs = self._projected(inputs)
            joined = v1.concat([inputs, state], 1)
            if self._linear2 is None:
                self._linear2 = Linear(joined, 4 * units, True)
            gates = self._linear2(joined)
            h_gate, h, y_gate, y = (gates[:, place * units : (place + 1) * units] for place in range(4))
            h, y = v1.tanh(h), self._y_activation(y)
            h_gate = v1.sigmoid(h_gate + self._forget_bias)
            y_gate = v1.sigmoid(y_gate + self._forget_bias)
            new_state = h_gate * state + (1.0 - h_gate) * h
            new_output = y_gate * inputs + (1.0 - y_gate) * y
        return new_output, new_state

    def _projected(self, inputs: Any) -> Any:
        if not self._num_input_proj:
            raise ValueError(
                "Must have input size == output size for Intersection RNN. "
                "To fix, num_in_proj should be set to num_units at cell init."
            )
        with v1.variable_scope("in_projection"):
            if self._linear1 is None:
                self._linear1 = Linear(inputs, self._num_units, True)
            return self._linear1(inputs)
