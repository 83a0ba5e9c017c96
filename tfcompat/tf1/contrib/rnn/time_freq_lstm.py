"""`TimeFreqLSTMCell`: an LSTM that runs over bands of the input's frequencies too."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell
from tfcompat.tf1.cells.sharded import sharded_variable


class TimeFreqLSTMCell(Cell):
    """Bands of `feature_size`, `frequency_skip` apart, share the variables `W_0` and `B`; the state is joined."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_unit_shards: int = 1,
        forget_bias: float = 1.0,
        feature_size: int | None = None,
        frequency_skip: int = 1,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._cell_clip = cell_clip
        self._num_unit_shards = num_unit_shards
        self._forget_bias = forget_bias
        self._feature_size, self._frequency_skip = feature_size, frequency_skip
        self._state_size, self._output_size = 2 * num_units, num_units

    def call(self, inputs: Any, state: Any) -> Any:
        units, dtype = self._num_units, inputs.dtype
        bands = self._bands(inputs)
        rows = bands[0].get_shape().as_list()[1] + 2 * units
        weights = sharded_variable("W", [rows, 4 * units], dtype, self._num_unit_shards)
        bias = v1.get_variable("B", shape=[4 * units], initializer=v1.zeros_initializer(), dtype=dtype)
        if self._use_peepholes:
            f_diag, i_diag, o_diag = (
                v1.get_variable(f"W_{gate}_diag", shape=[units], dtype=dtype) for gate in ("F", "I", "O")
            )
        below = v1.zeros([v1.dimension_value(inputs.shape[0]) or inputs.get_shape()[0], units], dtype)
        outputs: list[Any] = []
        states: list[Any] = []
        for place, band in enumerate(bands):
            c_prev = v1.slice(state, [0, 2 * place * units], [-1, units])
            m_prev = v1.slice(state, [0, (2 * place + 1) * units], [-1, units])
            gates = v1.nn.bias_add(v1.matmul(v1.concat([band, m_prev, below], 1), weights), bias)
            i, j, f, o = v1.split(value=gates, num_or_size_splits=4, axis=1)
            if self._use_peepholes:
                c = v1.sigmoid(f + self._forget_bias + f_diag * c_prev) * c_prev
                c = c + v1.sigmoid(i + i_diag * c_prev) * v1.tanh(j)
            else:
                c = v1.sigmoid(f + self._forget_bias) * c_prev + v1.sigmoid(i) * v1.tanh(j)
            if self._cell_clip is not None:
                c = v1.clip_by_value(c, -self._cell_clip, self._cell_clip)
            m = v1.sigmoid(o + o_diag * c if self._use_peepholes else o) * v1.tanh(c)
            below = m
            states = [v1.concat([*states, c, m], 1)]
            outputs = [v1.concat([*outputs, m], 1) if outputs else m]
        return outputs[0], states[0]

    def _bands(self, inputs: Any) -> list[Any]:
        size = inputs.get_shape().with_rank(2).dims[-1].value
        if size is None:
            raise ValueError("Cannot infer input_size from static shape inference.")
        count = int((size - self._feature_size) / self._frequency_skip) + 1
        return [v1.slice(inputs, [0, place * self._frequency_skip], [-1, self._feature_size]) for place in range(count)]
