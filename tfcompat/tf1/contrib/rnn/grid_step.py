"""One block of a grid LSTM: its variables, and one step over its bands."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.sharded import sharded_variable


class GridStep:
    """The variables of block number `block`; `first` is one of its bands, `[batch, size]`."""

    def __init__(self, cell: Any, block: int, first: Any) -> None:
        self._cell, self._block, self._dtype = cell, block, first.dtype
        self._coupled = cell._couple_input_forget_gates
        self._gates = 3 if self._coupled else 4
        rows = first.get_shape().as_list()[1] + 2 * cell._num_units
        self._freq = self._map("f", rows)
        self._time = None if cell._share_time_frequency_weights else self._map("t", rows)
        self._diagonals: dict[str, Any] = {}
        if cell._use_peepholes:
            for axis in ("freq",) if cell._share_time_frequency_weights else ("freq", "time"):
                for gate in "IO" if self._coupled else "FIO":
                    for to in "ft":
                        name = f"W_{gate}_diag_{axis}{to}_{block}"
                        self._diagonals[gate + axis + to] = v1.get_variable(
                            name, shape=[cell._num_units], dtype=self._dtype
                        )

    def __call__(self, inputs: list[Any], state: Any, batch: Any, prefix: str) -> tuple[list[Any], list[Any]]:
        """The outputs of the time and frequency LSTMs, and the states of the former, by band."""
        units = self._cell._num_units
        m_freq = v1.zeros([batch, units], self._dtype)
        c_freq = v1.zeros([batch, units], self._dtype)
        outputs, states = [], []
        for place, band in enumerate(inputs):
            c_time, m_time = self._state(state, place, prefix)
            joined = v1.concat([band, m_time, m_freq], 1)
            c_freq, c_time, m_freq, m_time = self._band(joined, c_freq, c_time)
            outputs += [m_time, m_freq]
            states += [c_time, m_time]
        return outputs, states

    def _state(self, state: Any, place: int, prefix: str) -> tuple[Any, Any]:
        if self._cell._state_is_tuple:
            name = f"{prefix}_f{place:02d}_b{self._block:02d}"
            return getattr(state, f"{name}_c"), getattr(state, f"{name}_m")
        units = self._cell._num_units
        c = v1.slice(state, [0, 2 * place * units], [-1, units])
        return c, v1.slice(state, [0, (2 * place + 1) * units], [-1, units])

    def _band(self, joined: Any, c_freq: Any, c_time: Any) -> tuple[Any, Any, Any, Any]:
        freq = self._split(joined, self._freq)
        time = freq if self._time is None else self._split(joined, self._time)
        new_c_freq = self._new_cell(freq, "freq", c_freq, c_freq, c_time)
        new_c_time = self._new_cell(time, "time", c_time, c_freq, c_time)
        m_freq = self._gate("O", "freq", freq[-1], new_c_freq, new_c_time) * v1.tanh(new_c_freq)
        m_time = self._gate("O", "time", time[-1], new_c_freq, new_c_time) * v1.tanh(new_c_time)
        return new_c_freq, new_c_time, m_freq, m_time

    def _new_cell(self, gates: Any, axis: str, own: Any, c_freq: Any, c_time: Any) -> Any:
        take = self._gate("I", axis, gates[0], c_freq, c_time)
        if self._coupled:
            keep = 1.0 - take
        else:
            keep = self._gate("F", axis, gates[2] + self._cell._forget_bias, c_freq, c_time)
        c = keep * own + take * v1.tanh(gates[1])
        clip = self._cell._cell_clip
        return c if clip is None else v1.clip_by_value(c, -clip, clip)

    def _gate(self, gate: str, axis: str, value: Any, c_freq: Any, c_time: Any) -> Any:
        if not self._cell._use_peepholes:
            return v1.sigmoid(value)
        axis = "freq" if self._time is None else axis
        to_freq, to_time = self._diagonals[f"{gate}{axis}f"], self._diagonals[f"{gate}{axis}t"]
        return v1.sigmoid(value + to_freq * c_freq + to_time * c_time)

    def _map(self, letter: str, rows: int) -> tuple[Any, Any]:
        size = self._gates * self._cell._num_units
        name = f"{letter}_{self._block}"
        weights = sharded_variable(f"W_{name}", [rows, size], self._dtype, self._cell._num_unit_shards)
        zeros = v1.zeros_initializer()
        return weights, v1.get_variable(f"B_{name}", shape=[size], initializer=zeros, dtype=self._dtype)

    def _split(self, joined: Any, weights: tuple[Any, Any]) -> Any:
        mapped = v1.nn.bias_add(v1.matmul(joined, weights[0]), weights[1])
        return v1.split(value=mapped, num_or_size_splits=self._gates, axis=1)
