"""`GridLSTMCell` and `BidirectionalGridLSTMCell`: LSTMs over time and over frequency."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, warn_of_joined_state
from tfcompat.tf1.contrib.rnn.grid_bands import bands
from tfcompat.tf1.contrib.rnn.grid_step import GridStep


class GridLSTMCell(Cell):
    """An LSTM over the bands of each of `num_frequency_blocks` blocks; the state is a named tuple by band.

    Raises:
      ValueError: `num_frequency_blocks` is not given.
    """

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        share_time_frequency_weights: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_unit_shards: int = 1,
        forget_bias: float = 1.0,
        feature_size: int | None = None,
        frequency_skip: int | None = None,
        num_frequency_blocks: list[int] | None = None,
        start_freqindex_list: list[int] | None = None,
        end_freqindex_list: list[int] | None = None,
        couple_input_forget_gates: bool = False,
        state_is_tuple: bool = True,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        if not state_is_tuple:
            warn_of_joined_state(self)
        if num_frequency_blocks is None:
            raise ValueError("Must specify num_frequency_blocks")
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._share_time_frequency_weights = share_time_frequency_weights
        self._couple_input_forget_gates = couple_input_forget_gates
        self._state_is_tuple = state_is_tuple
        self._cell_clip = cell_clip
        self._num_unit_shards = num_unit_shards
        self._forget_bias = forget_bias
        self._feature_size, self._frequency_skip = feature_size, frequency_skip
        self._start_freqindex_list, self._end_freqindex_list = start_freqindex_list, end_freqindex_list
        self._num_frequency_blocks = num_frequency_blocks
        self._total_blocks = sum(map(int, num_frequency_blocks))
        self._output_size = 2 * num_units * self._total_blocks
        self._state_tuple_type: Any = None
        if state_is_tuple:
            self._name_states("GridLSTMStateTuple", ["state"])
        else:
            self._state_size = self._output_size

    def _name_states(self, name: str, prefixes: list[str]) -> None:
        fields = [
            f"{prefix}_f{place:02d}_b{block:02d}_{kind}"
            for prefix in prefixes
            for block, count in enumerate(self._num_frequency_blocks)
            for place in range(count)
            for kind in "cm"
        ]
        self._state_tuple_type = collections.namedtuple(name, fields)  # type: ignore[misc]
        self._state_size = self._state_tuple_type(*[self._num_units] * len(fields))

    @property
    def state_tuple_type(self) -> Any:
        """The class of the state, or None if it is joined."""
        return self._state_tuple_type

    def call(self, inputs: Any, state: Any) -> Any:
        batch = v1.dimension_value(inputs.shape[0]) or v1.shape(inputs)[0]
        outputs, states = self._blocks(bands(self, inputs), state, batch, "state")
        new_state = self._state_tuple_type(*states) if self._state_is_tuple else v1.concat(states, 1)
        return v1.concat(outputs, 1), new_state

    def _blocks(self, blocks: list[list[Any]], state: Any, batch: Any, prefix: str) -> tuple[list[Any], list[Any]]:
        outputs: list[Any] = []
        states: list[Any] = []
        for block, inputs in enumerate(blocks):
            some_outputs, some_states = GridStep(self, block, inputs[0])(inputs, state, batch, prefix)
            outputs += some_outputs
            states += some_states
        return outputs, states


class BidirectionalGridLSTMCell(GridLSTMCell):
    """The bands read upwards in a scope `fwd` and downwards in `bwd`, there moved by `backward_slice_offset`."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        share_time_frequency_weights: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_unit_shards: int = 1,
        forget_bias: float = 1.0,
        feature_size: int | None = None,
        frequency_skip: int | None = None,
        num_frequency_blocks: list[int] | None = None,
        start_freqindex_list: list[int] | None = None,
        end_freqindex_list: list[int] | None = None,
        couple_input_forget_gates: bool = False,
        backward_slice_offset: int = 0,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(
            num_units,
            use_peepholes,
            share_time_frequency_weights,
            cell_clip,
            initializer,
            num_unit_shards,
            forget_bias,
            feature_size,
            frequency_skip,
            num_frequency_blocks,
            start_freqindex_list,
            end_freqindex_list,
            couple_input_forget_gates,
            True,
            reuse,
        )
        self._backward_slice_offset = int(backward_slice_offset)
        self._name_states("BidirectionalGridLSTMStateTuple", ["fwd_state", "bwd_state"])
        self._output_size = 4 * num_units * self._total_blocks

    def call(self, inputs: Any, state: Any) -> Any:
        batch = v1.dimension_value(inputs.shape[0]) or v1.shape(inputs)[0]
        upwards = bands(self, inputs)
        offset = self._backward_slice_offset
        downwards = bands(self, inputs, offset) if offset else upwards
        with v1.variable_scope("fwd"):
            outputs, states = self._blocks(upwards, state, batch, "fwd_state")
        with v1.variable_scope("bwd"):
            more_outputs, more_states = self._blocks([each[::-1] for each in downwards], state, batch, "bwd_state")
        return v1.concat(outputs + more_outputs, 1), self._state_tuple_type(*states, *more_states)
