"""Recurrent layers as they come: their recurrent weights are orthogonal, drawn by NumPy."""

from typing import Any

from tests.support.keras_builders.layers import SEQUENCES, Y, _stack
from tests.support.keras_builders.registry import program, trained


@program
def lstm_as_it_comes(keras: Any, tf: Any) -> Any:
    k = keras.layers
    return trained(_stack(keras, k.LSTM(4, input_shape=(4, 3)), k.Dense(2)), SEQUENCES, Y)


@program
def gru_as_it_comes(keras: Any, tf: Any) -> Any:
    k = keras.layers
    first = k.GRU(5, return_sequences=True, input_shape=(4, 3))
    return trained(_stack(keras, first, k.GRU(2, reset_after=True), k.Dense(2)), SEQUENCES, Y)


@program
def simple_as_it_comes(keras: Any, tf: Any) -> Any:
    k = keras.layers
    both = k.Bidirectional(k.SimpleRNN(4, return_sequences=True), input_shape=(4, 3))
    return trained(_stack(keras, both, k.SimpleRNN(3), k.Dense(2)), SEQUENCES, Y)


@program
def orthogonal_matrices(keras: Any, tf: Any) -> Any:
    """A row of each: tall, wide, square, below and above the size where LAPACK changes its way."""
    found = {}
    for shape in [(1, 1), (3, 3), (3, 5), (5, 3), (8, 32), (32, 9), (12, 14), (14, 12), (24, 24), (25, 100), (26, 26)]:
        value = keras.initializers.Orthogonal(seed=sum(shape))(shape)
        matrix = value if hasattr(value, "tolist") else keras.backend.eval(value)
        found[f"{shape[0]} x {shape[1]}"] = [matrix[0], matrix[-1]]
    return found


@program
def weights_of_cudnn(keras: Any, tf: Any) -> Any:
    """Names and shapes: no processor runs 1.15's kernel, nor starts a session whose graph holds it."""
    k = keras.layers
    model = keras.models.Sequential([k.CuDNNLSTM(3, return_sequences=True, input_shape=(4, 3)), k.CuDNNGRU(2)])
    return [[each.name, each.shape.as_list()] for each in model.weights]
