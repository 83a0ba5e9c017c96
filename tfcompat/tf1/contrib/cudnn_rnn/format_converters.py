"""cuDNN's parameters as the variables of the compatible cells, and back."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.cudnn_rnn import modes, params

_LSTM_ORDER = (0, 2, 1, 3)  # cuDNN: input, forget, candidate, output; TensorFlow: input, candidate, forget, output


class CudnnParamsFormatConverter:
    """What the converters share; "canonical" are lists of the variables of all cells, weights and biases."""

    _rnn_mode: str
    _cells_weights = 1  # matrices, and biases, that a compatible cell has

    def __init__(
        self,
        num_layers: int,
        num_units: int,
        input_size: int,
        num_proj: int | None = None,
        input_mode: str = modes.CUDNN_INPUT_LINEAR_MODE,
        direction: str = modes.CUDNN_RNN_UNIDIRECTION,
    ) -> None:
        self._net = modes.network(self._rnn_mode, num_layers, num_units, input_size, input_mode, direction, num_proj)

    def tf_canonical_to_opaque(self, tf_canonicals: Any, weights_proj: Any = None) -> Any:
        """The vector, from all weights and then all biases of the cells."""
        net, own = self._net, self._cells_weights
        half = len(tf_canonicals) // 2
        weights: list[Any] = []
        biases: list[Any] = []
        for place in range(net.num_layers * net.directions):
            mine = slice(place * own, (place + 1) * own)
            width = net.layer_input_size(place // net.directions)
            weights += self._to_cudnn_weights(width, tf_canonicals[:half][mine])
            if weights_proj is not None:
                weights.append(v1.transpose(weights_proj[place]))
            biases += self._to_cudnn_biases(tf_canonicals[half:][mine])
        return params.joined(weights, biases)

    def opaque_to_tf_canonical(self, opaque_param: Any) -> Any:
        """`(weights, biases)` of the cells from the vector; with a projection, a third list."""
        net = self._net
        count = modes.PARAMS_PER_LAYER[net.rnn_mode]
        matrices = count + bool(net.num_proj)
        all_weights, all_biases = params.parts(net, opaque_param)
        weights: list[Any] = []
        biases: list[Any] = []
        projections: list[Any] = []
        for place in range(net.num_layers * net.directions):
            mine = all_weights[place * matrices : (place + 1) * matrices]
            weights += self._to_tf_weights(mine[:count])
            projections += [v1.transpose(each) for each in mine[count:]]
            biases += self._to_tf_biases(all_biases[place * count : (place + 1) * count])
        return (weights, biases, projections) if net.num_proj else (weights, biases)

    def _to_cudnn_weights(self, width: int, weights: Any) -> list[Any]:
        raise NotImplementedError

    def _to_cudnn_biases(self, biases: Any) -> list[Any]:
        raise NotImplementedError

    def _to_tf_weights(self, weights: list[Any]) -> list[Any]:
        raise NotImplementedError

    def _to_tf_biases(self, biases: list[Any]) -> list[Any]:
        raise NotImplementedError


class _OneKernel(CudnnParamsFormatConverter):
    """For cells with one kernel and one bias; `_order` places cuDNN's gates."""

    _order: tuple[int, ...] = (0,)

    def _to_cudnn_weights(self, width: int, weights: Any) -> list[Any]:
        gates = self._gates(v1.transpose(weights[0]))
        pairs = [v1.split(gate, [width, self._net.output_size], axis=1) for gate in gates]
        return [pair[0] for pair in pairs] + [pair[1] for pair in pairs]

    def _to_cudnn_biases(self, biases: Any) -> list[Any]:
        return [gate * 0.5 for gate in self._gates(biases[0])] * 2

    def _to_tf_weights(self, weights: list[Any]) -> list[Any]:
        count = len(self._order)
        gates = [v1.concat(pair, axis=1) for pair in zip(weights[:count], weights[count:], strict=True)]
        return [v1.transpose(v1.concat([gates[place] for place in self._order], axis=0))]

    def _to_tf_biases(self, biases: list[Any]) -> list[Any]:
        count = len(self._order)
        gates = [one + other for one, other in zip(biases[:count], biases[count:], strict=True)]
        return [v1.concat([gates[place] for place in self._order], axis=0)]

    def _gates(self, values: Any) -> list[Any]:
        """In cuDNN's order; placing twice is placing back."""
        gates = v1.split(values, len(self._order), axis=0)
        return [gates[place] for place in self._order]


class CudnnParamsFormatConverterLSTM(_OneKernel):
    """For `CudnnCompatibleLSTMCell`."""

    _rnn_mode = modes.CUDNN_LSTM
    _order = _LSTM_ORDER


class CudnnParamsFormatConverterTanh(_OneKernel):
    """For `BasicRNNCell`."""

    _rnn_mode = modes.CUDNN_RNN_TANH


class CudnnParamsFormatConverterRelu(_OneKernel):
    """For `BasicRNNCell` with `relu`."""

    _rnn_mode = modes.CUDNN_RNN_RELU


class CudnnParamsFormatConverterGRU(CudnnParamsFormatConverter):
    """For `CudnnCompatibleGRUCell`."""

    _rnn_mode = modes.CUDNN_GRU
    _cells_weights = 3

    def _to_cudnn_weights(self, width: int, weights: Any) -> list[Any]:
        gates, on_input, on_state = (v1.transpose(each) for each in weights)
        pairs = [v1.split(gate, [width, self._net.num_units], axis=1) for gate in v1.split(gates, 2, axis=0)]
        return [pairs[0][0], pairs[1][0], on_input, pairs[0][1], pairs[1][1], on_state]

    def _to_cudnn_biases(self, biases: Any) -> list[Any]:
        gates, on_input, on_state = biases
        halves = v1.split(gates * 0.5, 2, axis=0)
        return [*halves, on_input, *halves, on_state]

    def _to_tf_weights(self, weights: list[Any]) -> list[Any]:
        gates = [v1.concat([weights[gate], weights[gate + 3]], axis=1) for gate in range(2)]
        return [v1.transpose(v1.concat(gates, axis=0)), v1.transpose(weights[2]), v1.transpose(weights[5])]

    def _to_tf_biases(self, biases: list[Any]) -> list[Any]:
        gates = v1.concat(biases[:2], axis=0) + v1.concat(biases[3:5], axis=0)
        return [gates, biases[2], biases[5]]
