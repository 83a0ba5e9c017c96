"""One step of each of cuDNN's networks, with the weights given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import LSTMStateTuple, RNNCell
from tfcompat.tf1.contrib.cudnn_rnn.modes import CUDNN_GRU, CUDNN_LSTM, CUDNN_RNN_RELU, CUDNN_RNN_TANH, Network

Step = Callable[[list[Any], list[Any], Any], tuple[Any, Any]]


def _lstm(x: list[Any], h: list[Any], state: Any) -> tuple[Any, Any]:
    i, f, g, o = (a + b for a, b in zip(x, h, strict=True))
    c = v1.sigmoid(f) * state.c + v1.sigmoid(i) * v1.tanh(g)
    return v1.sigmoid(o) * v1.tanh(c), c


def _gru(x: list[Any], h: list[Any], state: Any) -> tuple[Any, Any]:
    reset, update = (v1.sigmoid(a + b) for a, b in zip(x[:2], h[:2], strict=True))
    candidate = v1.tanh(x[2] + reset * h[2])
    return (1 - update) * candidate + update * state, None


_STEPS: dict[str, Step] = {
    CUDNN_LSTM: _lstm,
    CUDNN_GRU: _gru,
    CUDNN_RNN_TANH: lambda x, h, state: (v1.tanh(x[0] + h[0]), None),
    CUDNN_RNN_RELU: lambda x, h, state: (v1.nn.relu(x[0] + h[0]), None),
}


class StepCell(RNNCell):
    """A cell of one layer in one direction; `weights` and `biases` as `modes.Network` orders them."""

    def __init__(self, net: Network, weights: list[Any], biases: list[Any]) -> None:
        self._net = net
        gates = len(biases) // 2
        self._maps = [
            (v1.concat(weights[start : start + gates], 0), v1.concat(biases[start : start + gates], 0))
            for start in (0, gates)
        ]
        self._gates = gates
        self._projection = weights[2 * gates] if net.num_proj else None

    @property
    def state_size(self) -> Any:
        is_lstm = self._net.rnn_mode == CUDNN_LSTM
        return LSTMStateTuple(self._net.num_units, self.output_size) if is_lstm else self.output_size

    @property
    def output_size(self) -> int:
        return self._net.output_size

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        is_lstm = self._net.rnn_mode == CUDNN_LSTM
        before = state.h if is_lstm else state
        x, h = (
            v1.split(v1.matmul(values, kernel, transpose_b=True) + bias, self._gates, 1)
            for values, (kernel, bias) in zip((inputs, before), self._maps, strict=True)
        )
        output, c = _STEPS[self._net.rnn_mode](x, h, state)
        if self._projection is not None:
            output = v1.matmul(output, self._projection, transpose_b=True)
        return output, LSTMStateTuple(c, output) if is_lstm else output
