"""Cells that compute what cuDNN's networks do, and restore their checkpoints."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import rnn_cell, v1
from tfcompat.tf1.cells.base import known_depth
from tfcompat.tf1.contrib.rnn.lstm_block import LSTMBlockCell

_GRUCell: Any = rnn_cell().GRUCell


class CudnnCompatibleLSTMCell(LSTMBlockCell):
    """`LSTMBlockCell` without a forget bias, in `cudnn_compatible_lstm_cell`."""

    def __init__(self, num_units: int, reuse: bool | None = None) -> None:
        super().__init__(num_units, forget_bias=0, reuse=reuse, name="cudnn_compatible_lstm_cell")


class CudnnCompatibleGRUCell(_GRUCell):
    """A GRU whose reset gate comes after the map of the state, which has a bias of its own."""

    def __init__(self, num_units: int, reuse: bool | None = None, kernel_initializer: Any = None) -> None:
        super().__init__(num_units, activation=None, reuse=reuse, kernel_initializer=kernel_initializer)

    def build(self, inputs_shape: Any) -> None:
        depth, units = known_depth(inputs_shape), self._num_units
        kernel, bias = self._kernel_initializer, self._bias_initializer
        ones = v1.constant_initializer(1.0, dtype=self.dtype) if bias is None else bias
        zeros = v1.zeros_initializer(dtype=self.dtype) if bias is None else bias
        self._gate_kernel = self.add_weight("gates/kernel", shape=[depth + units, 2 * units], initializer=kernel)
        self._gate_bias = self.add_weight("gates/bias", shape=[2 * units], initializer=ones)
        for name, rows in (("input", depth), ("hidden", units)):
            weight = self.add_weight(f"candidate/{name}_projection/kernel", shape=[rows, units], initializer=kernel)
            setattr(self, f"_candidate_{name}_kernel", weight)
        for name in ("input", "hidden"):
            weight = self.add_weight(f"candidate/{name}_projection/bias", shape=[units], initializer=zeros)
            setattr(self, f"_candidate_{name}_bias", weight)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        gates = v1.matmul(v1.concat([inputs, state], 1), self._gate_kernel)
        gates = v1.sigmoid(v1.nn.bias_add(gates, self._gate_bias))
        reset, update = v1.split(value=gates, num_or_size_splits=2, axis=1)
        candidate = v1.nn.bias_add(v1.matmul(inputs, self._candidate_input_kernel), self._candidate_input_bias)
        hidden = v1.nn.bias_add(v1.matmul(state, self._candidate_hidden_kernel), self._candidate_hidden_bias)
        candidate += reset * hidden
        candidate = self._activation(candidate)
        new_state = (1 - update) * candidate + update * state
        return new_state, new_state
