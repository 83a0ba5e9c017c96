"""cuDNN's words for its networks, and what they say about sizes."""

from __future__ import annotations

from typing import NamedTuple

CUDNN_RNN_UNIDIRECTION, CUDNN_RNN_BIDIRECTION = "unidirectional", "bidirectional"
CUDNN_LSTM, CUDNN_GRU, CUDNN_RNN_RELU, CUDNN_RNN_TANH = "lstm", "gru", "rnn_relu", "rnn_tanh"
CUDNN_INPUT_LINEAR_MODE, CUDNN_INPUT_SKIP_MODE, CUDNN_INPUT_AUTO_MODE = "linear_input", "skip_input", "auto_select"

# Matrices, and biases, of one layer in one direction.
PARAMS_PER_LAYER = {CUDNN_LSTM: 8, CUDNN_GRU: 6, CUDNN_RNN_RELU: 2, CUDNN_RNN_TANH: 2}
CUDNN_LSTM_PARAMS_PER_LAYER = PARAMS_PER_LAYER[CUDNN_LSTM]
CUDNN_GRU_PARAMS_PER_LAYER = PARAMS_PER_LAYER[CUDNN_GRU]
CUDNN_RNN_TANH_PARAMS_PER_LAYER = PARAMS_PER_LAYER[CUDNN_RNN_TANH]
CUDNN_RNN_RELU_PARAMS_PER_LAYER = PARAMS_PER_LAYER[CUDNN_RNN_RELU]


def check_rnn_mode(rnn_mode: str) -> None:
    """ValueError for a mode that cuDNN does not have."""
    if rnn_mode not in PARAMS_PER_LAYER:
        raise ValueError(f"Invalid rnn_mode: {rnn_mode}, expect one of ({', '.join(PARAMS_PER_LAYER)})")


def check_direction(direction: str) -> None:
    """ValueError for a direction that cuDNN does not have."""
    if direction not in (CUDNN_RNN_UNIDIRECTION, CUDNN_RNN_BIDIRECTION):
        raise ValueError(
            f"Invalid direction: {direction}, expecting {CUDNN_RNN_UNIDIRECTION} or {CUDNN_RNN_BIDIRECTION}"
        )


def check_input_mode(input_mode: str) -> None:
    """ValueError for an input mode that cuDNN does not have."""
    modes = (CUDNN_INPUT_LINEAR_MODE, CUDNN_INPUT_SKIP_MODE, CUDNN_INPUT_AUTO_MODE)
    if input_mode not in modes:
        raise ValueError(f"Invalid input_mode: {input_mode}, expect one of ({', '.join(modes)})")


class Network(NamedTuple):
    """The sizes of a network; `num_proj` is 0 without a projection."""

    rnn_mode: str
    num_layers: int
    num_units: int
    input_size: int
    direction: str = CUDNN_RNN_UNIDIRECTION
    num_proj: int = 0

    @property
    def directions(self) -> int:
        return 1 if self.direction == CUDNN_RNN_UNIDIRECTION else 2

    @property
    def output_size(self) -> int:
        """What one layer gives in one direction."""
        return self.num_proj or self.num_units

    def layer_input_size(self, layer: int) -> int:
        return self.output_size * self.directions if layer else self.input_size

    def weight_shapes(self, layer: int) -> list[tuple[int, int]]:
        """The matrices of one layer in one direction: on the input, on the state, and the projection."""
        gates = PARAMS_PER_LAYER[self.rnn_mode] // 2
        shapes = [(self.num_units, self.layer_input_size(layer))] * gates
        shapes += [(self.num_units, self.output_size)] * gates
        return [*shapes, (self.num_proj, self.num_units)] if self.num_proj else shapes

    def all_weight_shapes(self) -> list[tuple[int, int]]:
        """The same for all layers, the directions of a layer side by side."""
        layers = [self.weight_shapes(layer) * self.directions for layer in range(self.num_layers)]
        return [shape for shapes in layers for shape in shapes]

    def bias_count(self) -> int:
        """How many biases there are, each of `num_units`."""
        return PARAMS_PER_LAYER[self.rnn_mode] * self.directions * self.num_layers


def network(
    rnn_mode: str,
    num_layers: int,
    num_units: int,
    input_size: int,
    input_mode: str = CUDNN_INPUT_LINEAR_MODE,
    direction: str = CUDNN_RNN_UNIDIRECTION,
    num_proj: int | None = None,
) -> Network:
    """The sizes, checked.

    Raises:
      ValueError: a word that cuDNN does not have.
      NotImplementedError: the first layer takes its input as it is (`skip_input`).
    """
    check_rnn_mode(rnn_mode)
    check_direction(direction)
    check_input_mode(input_mode)
    skips = input_mode == CUDNN_INPUT_SKIP_MODE
    if skips or (input_mode == CUDNN_INPUT_AUTO_MODE and input_size == num_units):
        raise NotImplementedError(
            f"cuDNN's {CUDNN_INPUT_SKIP_MODE!r}, in which the first layer has no weights on its input, is not rebuilt; "
            f"use {CUDNN_INPUT_LINEAR_MODE!r}"
        )
    return Network(rnn_mode, num_layers, num_units, input_size, direction, num_proj or 0)
