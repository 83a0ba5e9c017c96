"""`AttentionCellWrapper`: a cell that attends to its own last outputs (arXiv:1409.0473)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import RNNCell, assert_like_rnncell, warn_of_joined_state
from tfcompat.tf1.cells.linear import Linear


class AttentionCellWrapper(RNNCell):
    """Attends to the last `attn_length` outputs, each of `attn_size`, through a space of `attn_vec_size`.

    The state is `(cell state, attention, outputs)`, or these joined if `state_is_tuple` is false.
    """

    def __init__(
        self,
        cell: Any,
        attn_length: int,
        attn_size: int | None = None,
        attn_vec_size: int | None = None,
        input_size: int | None = None,
        state_is_tuple: bool = True,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        assert_like_rnncell("cell", cell)
        if v1.nest.is_nested(cell.state_size) and not state_is_tuple:
            raise ValueError(
                "Cell returns tuple of states, but the flag state_is_tuple is not set. "
                f"State size is: {cell.state_size}"
            )
        if attn_length <= 0:
            raise ValueError(f"attn_length should be greater than zero, got {attn_length}")
        if not state_is_tuple:
            warn_of_joined_state(self)
        self._cell = cell
        self._attn_length = attn_length
        self._attn_size = cell.output_size if attn_size is None else attn_size
        self._attn_vec_size = self._attn_size if attn_vec_size is None else attn_vec_size
        self._input_size = input_size
        self._state_is_tuple = state_is_tuple
        self._linear1: Linear | None = None
        self._linear2: Linear | None = None
        self._linear3: Linear | None = None

    @property
    def state_size(self) -> Any:
        sizes = (self._cell.state_size, self._attn_size, self._attn_size * self._attn_length)
        return sizes if self._state_is_tuple else sum(sizes)

    @property
    def output_size(self) -> int:
        return self._attn_size

    def call(self, inputs: Any, state: Any) -> Any:
        state, attention, outputs = state if self._state_is_tuple else self._parts(state)
        outputs = v1.reshape(outputs, [-1, self._attn_length, self._attn_size])
        size = self._input_size
        if size is None:
            size = inputs.get_shape().as_list()[1]
        if self._linear1 is None:
            self._linear1 = Linear([inputs, attention], size, True)
        inputs = self._linear1([inputs, attention])
        cell_output, new_state = self._cell(inputs, state)
        query = v1.concat(v1.nest.flatten(new_state), 1) if self._state_is_tuple else new_state
        attention, outputs = self._attention(query, outputs)
        with v1.variable_scope("attn_output_projection"):
            if self._linear2 is None:
                self._linear2 = Linear([cell_output, attention], self._attn_size, True)
            output = self._linear2([cell_output, attention])
        outputs = v1.concat([outputs, v1.expand_dims(output, 1)], 1)
        outputs = v1.reshape(outputs, [-1, self._attn_length * self._attn_size])
        parts = (new_state, attention, outputs)
        return output, parts if self._state_is_tuple else v1.concat(list(parts), 1)

    def _parts(self, state: Any) -> Any:
        cell, size = self._cell.state_size, self._attn_size
        return (
            v1.slice(state, [0, 0], [-1, cell]),
            v1.slice(state, [0, cell], [-1, size]),
            v1.slice(state, [0, cell + size], [-1, size * self._attn_length]),
        )

    def _attention(self, query: Any, outputs: Any) -> Any:
        """What the query finds in the outputs, and the outputs but for the oldest."""
        length, size, space = self._attn_length, self._attn_size, self._attn_vec_size
        with v1.variable_scope("attention"):
            weight = v1.get_variable("attn_w", [1, 1, size, space])
            vector = v1.get_variable("attn_v", [space])
            hidden = v1.reshape(outputs, [-1, length, 1, size])
            features = v1.nn.conv2d(hidden, weight, [1, 1, 1, 1], "SAME")
            if self._linear3 is None:
                self._linear3 = Linear(query, space, True)
            mapped = v1.reshape(self._linear3(query), [-1, 1, 1, space])
            score = v1.reduce_sum(vector * v1.tanh(features + mapped), [2, 3])
            weights = v1.reshape(v1.nn.softmax(score), [-1, length, 1, 1])
            found = v1.reshape(v1.reduce_sum(weights * hidden, [1, 2]), [-1, size])
            return found, v1.slice(outputs, [0, 1, 0], [-1, -1, -1])
