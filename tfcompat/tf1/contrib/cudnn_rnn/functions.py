"""`cudnn_lstm` and its relatives of `tensorflow.contrib.cudnn_rnn.python.ops.cudnn_rnn_ops`: parameters are given."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.cudnn_rnn import modes
from tfcompat.tf1.contrib.cudnn_rnn.modes import network
from tfcompat.tf1.contrib.cudnn_rnn.params import joined, parts, size
from tfcompat.tf1.contrib.cudnn_rnn.run import run


class OpaqueNetwork:
    """A network whose vector of parameters is given to each call; gives outputs and last states as `run.run`."""

    _rnn_mode: str

    def __init__(
        self,
        num_layers: int,
        num_units: int,
        input_size: int,
        input_mode: str = modes.CUDNN_INPUT_LINEAR_MODE,
        direction: str = modes.CUDNN_RNN_UNIDIRECTION,
        dtype: Any = v1.float32,
        dropout: float = 0.0,
        seed: int = 0,
        num_proj: int | None = None,
    ) -> None:
        self._net = network(self._rnn_mode, num_layers, num_units, input_size, input_mode, direction, num_proj)
        self.input_mode = input_mode
        self._dropout, self._seed = dropout, seed

    num_layers = property(lambda self: self._net.num_layers, doc="How many layers.")
    num_units = property(lambda self: self._net.num_units, doc="The size of a state.")
    input_size = property(lambda self: self._net.input_size, doc="The depth of the input.")
    rnn_mode = property(lambda self: self._net.rnn_mode, doc="cuDNN's word for it.")
    direction = property(lambda self: self._net.direction, doc="cuDNN's word for it.")
    num_proj = property(lambda self: self._net.num_proj or None, doc="The size after the projection, or None.")

    def params_size(self) -> Any:
        """How many parameters there are, an int32 scalar."""
        return v1.constant(size(self._net))

    def params_to_canonical(self, opaque: Any) -> tuple[list[Any], list[Any]]:
        """cuDNN's matrices and biases."""
        return parts(self._net, opaque)

    def canonical_to_params(self, weights: Any, biases: Any) -> Any:
        """The vector of cuDNN's matrices and biases."""
        return joined(weights, biases)

    def _run(
        self, inputs: Any, h: Any, c: Any, opaque: Any, training: bool, lengths: Any, time_major: bool
    ) -> tuple[Any, Any, Any]:
        dropout, seed = self._dropout, self._seed
        return run(self._net, inputs, h, c, opaque, training, lengths, time_major, dropout, seed)


class CudnnLSTM(OpaqueNetwork):
    """Layers of LSTMs."""

    _rnn_mode = modes.CUDNN_LSTM

    def __call__(
        self,
        input_data: Any,
        input_h: Any,
        input_c: Any,
        params: Any,
        sequence_lengths: Any = None,
        time_major: bool = True,
        is_training: bool = True,
    ) -> Any:
        """`(outputs, h, c)`."""
        return self._run(input_data, input_h, input_c, params, is_training, sequence_lengths, time_major)


class _NoInputC(OpaqueNetwork):
    def __call__(
        self,
        input_data: Any,
        input_h: Any,
        params: Any,
        sequence_lengths: Any = None,
        time_major: bool = True,
        is_training: bool = True,
    ) -> Any:
        """`(outputs, h)`."""
        return self._run(input_data, input_h, None, params, is_training, sequence_lengths, time_major)[:2]


class CudnnGRU(_NoInputC):
    """Layers of GRUs."""

    _rnn_mode = modes.CUDNN_GRU


class CudnnRNNTanh(_NoInputC):
    """Layers of plain recurrent cells with `tanh`."""

    _rnn_mode = modes.CUDNN_RNN_TANH


class CudnnRNNRelu(_NoInputC):
    """Layers of plain recurrent cells with `relu`."""

    _rnn_mode = modes.CUDNN_RNN_RELU


def cudnn_rnn_opaque_params_to_canonical(
    rnn_mode: str,
    num_layers: int,
    num_units: int,
    input_size: int,
    params: Any,
    input_mode: str = modes.CUDNN_INPUT_LINEAR_MODE,
    direction: str = modes.CUDNN_RNN_UNIDIRECTION,
    dropout: float = 0,
    seed: int = 0,
    num_proj: int | None = None,
    name: str | None = None,
) -> tuple[list[Any], list[Any]]:
    """cuDNN's matrices and biases from the vector."""
    net = network(rnn_mode, num_layers, num_units, input_size, input_mode, direction, num_proj)
    return parts(net, params)


def cudnn_rnn_canonical_to_opaque_params(
    rnn_mode: str,
    num_layers: int,
    num_units: int,
    input_size: int,
    weights: Any,
    biases: Any,
    input_mode: str = modes.CUDNN_INPUT_LINEAR_MODE,
    direction: str = modes.CUDNN_RNN_UNIDIRECTION,
    dropout: float = 0,
    seed: int = 0,
    num_proj: int | None = None,
    name: str | None = None,
) -> Any:
    """The vector from cuDNN's matrices and biases."""
    network(rnn_mode, num_layers, num_units, input_size, input_mode, direction, num_proj)
    return joined(weights, biases)


def cudnn_rnn_opaque_params_size(
    rnn_mode: str,
    num_layers: int,
    num_units: int,
    input_size: int,
    input_mode: str = modes.CUDNN_INPUT_LINEAR_MODE,
    direction: str = modes.CUDNN_RNN_UNIDIRECTION,
    dtype: Any = v1.float32,
    dropout: float = 0,
    seed: int = 0,
    num_proj: int | None = None,
    name: str | None = None,
) -> Any:
    """How many numbers the vector holds, an int32 scalar."""
    net = network(rnn_mode, num_layers, num_units, input_size, input_mode, direction, num_proj)
    return v1.constant(size(net))
