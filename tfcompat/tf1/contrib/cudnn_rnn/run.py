"""A whole network over a batch of sequences."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import LSTMStateTuple
from tfcompat.tf1.contrib.cudnn_rnn import params
from tfcompat.tf1.contrib.cudnn_rnn.modes import CUDNN_LSTM, PARAMS_PER_LAYER, Network
from tfcompat.tf1.contrib.cudnn_rnn.steps import StepCell


def run(
    net: Network,
    inputs: Any,
    input_h: Any,
    input_c: Any,
    opaque: Any,
    is_training: bool = True,
    sequence_lengths: Any = None,
    time_major: bool = True,
    dropout: float = 0.0,
    seed: int | None = None,
) -> tuple[Any, Any, Any]:
    """Outputs `[time, batch, directions * size]` (or batch first), and the last states.

    States are `[layers * directions, batch, size]`, the directions of a layer side by side; cell states are empty
    but for an LSTM. Past its length a sequence has outputs of 0 and keeps its state.
    """
    is_lstm = net.rnn_mode == CUDNN_LSTM
    inputs = v1.convert_to_tensor(inputs, dtype=opaque.dtype.base_dtype)
    values = inputs if time_major else v1.transpose(inputs, [1, 0, 2])
    weights, biases = params.parts(net, opaque)
    states = []
    for layer in range(net.num_layers):
        if layer and dropout and is_training:
            values = v1.nn.dropout(values, rate=dropout, seed=seed)
        outputs = []
        for way in range(net.directions):
            place = layer * net.directions + way
            cell = StepCell(net, *_of_layer(net, weights, biases, place))
            first = LSTMStateTuple(input_c[place], input_h[place]) if is_lstm else input_h[place]
            output, last = _one_way(cell, values, first, sequence_lengths, way == 1)
            outputs.append(output)
            states.append(last)
        values = outputs[0] if len(outputs) == 1 else v1.concat(outputs, 2)
    values = values if time_major else v1.transpose(values, [1, 0, 2])
    if is_lstm:
        return values, v1.stack([each.h for each in states]), v1.stack([each.c for each in states])
    return values, v1.stack(states), v1.constant([], dtype=values.dtype)


def _of_layer(net: Network, weights: list[Any], biases: list[Any], place: int) -> tuple[list[Any], list[Any]]:
    """Those of one layer in one direction, the `place`-th."""
    count = PARAMS_PER_LAYER[net.rnn_mode]
    matrices = count + bool(net.num_proj)
    return weights[place * matrices : (place + 1) * matrices], biases[place * count : (place + 1) * count]


def _one_way(cell: Any, values: Any, state: Any, lengths: Any, backwards: bool) -> Any:
    if backwards:
        values = _reversed(values, lengths)
    output, last = v1.nn.dynamic_rnn(
        cell, values, sequence_length=lengths, initial_state=state, time_major=True, dtype=values.dtype
    )
    return _reversed(output, lengths) if backwards else output, last


def _reversed(values: Any, lengths: Any) -> Any:
    return v1.reverse(values, [0]) if lengths is None else v1.reverse_sequence(values, lengths, 0, 1)
