"""Recurrent layers as they come: their recurrent weights are orthogonal, drawn by NumPy."""

from typing import Any

from tests.support.keras_builders.layers import SEQUENCES, Y, _stack
from tests.support.keras_builders.registry import program, rows, trained


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


@program
def conv_lstm_with_dropout(keras: Any, tf: Any) -> Any:
    k = keras.layers
    films = rows(10, 3, 5, 4, 2, seed=4)
    drops = {"dropout": 0.3, "recurrent_dropout": 0.2}
    first = k.ConvLSTM2D(3, 2, padding="same", return_sequences=True, input_shape=(3, 5, 4, 2), **drops)
    return trained(_stack(keras, first, k.ConvLSTM2D(2, (2, 3)), k.Flatten(), k.Dense(2)), films, Y)


@program
def cells_of_several_kinds(keras: Any, tf: Any) -> Any:
    k = keras.layers
    cells = [k.LSTMCell(4, dropout=0.2), k.GRUCell(3, recurrent_dropout=0.3), k.SimpleRNNCell(5)]
    return trained(_stack(keras, k.RNN(cells, input_shape=(4, 3)), k.Dense(2)), SEQUENCES, Y)


@program
def one_cell(keras: Any, tf: Any) -> Any:
    k = keras.layers
    first = k.RNN(k.GRUCell(3), return_sequences=True, input_shape=(4, 3))
    both = k.Bidirectional(k.RNN(k.LSTMCell(2)))
    return trained(_stack(keras, first, both, k.Dense(2)), SEQUENCES, Y)


@program
def cell_of_the_users(keras: Any, tf: Any) -> Any:
    """The example of the documentation of 2.3.1."""
    k = keras.backend

    class MinimalRNNCell(keras.layers.Layer):  # type: ignore[misc]
        def __init__(self, units: int, **kwargs: Any) -> None:
            self.units = units
            self.state_size = units
            super().__init__(**kwargs)

        def build(self, input_shape: Any) -> None:
            shape = (input_shape[-1], self.units)
            self.kernel = self.add_weight(shape=shape, initializer="uniform", name="kernel")
            square = (self.units, self.units)
            self.recurrent_kernel = self.add_weight(shape=square, initializer="uniform", name="recurrent_kernel")
            self.built = True

        def call(self, inputs: Any, states: Any) -> Any:
            output = k.dot(inputs, self.kernel) + k.dot(states[0], self.recurrent_kernel)
            return output, [output]

    layer = keras.layers.RNN([MinimalRNNCell(3), MinimalRNNCell(4)], input_shape=(4, 3))
    return trained(_stack(keras, layer, keras.layers.Dense(2)), SEQUENCES, Y)


def _attentive(keras: Any) -> Any:
    """A layer on `Recurrent`, as people wrote decoders with attention: it looks at the whole sequence at each step."""
    k = keras.backend

    class Attentive(keras.layers.recurrent.Recurrent):  # type: ignore[misc,name-defined]
        def __init__(self, units: int, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.units = units

        def build(self, input_shape: Any) -> None:
            if isinstance(input_shape, list):
                input_shape = input_shape[0]
            self.input_spec[0] = keras.engine.InputSpec(shape=input_shape)
            self.state_spec = keras.engine.InputSpec(shape=(input_shape[0], self.units))
            self.states = [None]
            if self.stateful:
                self.reset_states()
            size = input_shape[2]
            self.score = self.add_weight(name="score", shape=(size, 1), initializer="uniform")
            self.kernel = self.add_weight(name="kernel", shape=(size, self.units), initializer="glorot_uniform")
            self.inner = self.add_weight(name="inner", shape=(self.units, self.units), initializer="orthogonal")
            self.built = True

        def get_constants(self, inputs: Any, training: Any = None) -> Any:
            weights = k.softmax(k.squeeze(k.dot(inputs, self.score), -1))
            return [k.sum(inputs * k.expand_dims(weights), axis=1)]

        def step(self, inputs: Any, states: Any) -> Any:
            output = k.tanh(k.dot(inputs + states[1], self.kernel) + k.dot(states[0], self.inner))
            return output, [output]

        def get_config(self) -> Any:
            return dict(super().get_config(), units=self.units)

    return Attentive


@program
def layer_of_ones_own(keras: Any, tf: Any) -> Any:
    layer = _attentive(keras)
    model = _stack(keras, layer(4, input_shape=(4, 3), return_sequences=True), layer(3, go_backwards=True))
    model.add(keras.layers.Dense(2))
    model.compile(keras.optimizers.SGD(lr=0.1), "mse")
    again = layer.from_config(model.layers[0].get_config())
    return [trained(model, SEQUENCES, Y), model.layers[0].output_shape, model.layers[0].get_config(), again.units]


@program
def layer_of_ones_own_with_masks(keras: Any, tf: Any) -> Any:
    k = keras.layers
    words = (rows(10, 4, seed=4) * 4).astype("int32")
    given, start = k.Input((4,)), k.Input((3,))
    embedded = k.Embedding(5, 3, mask_zero=True)(given)
    sequence, state = _attentive(keras)(3, return_sequences=True, return_state=True)(embedded, initial_state=start)
    last = _attentive(keras)(2, unroll=True)(sequence)
    model = keras.models.Model([given, start], k.concatenate([last, state]))
    model.compile(keras.optimizers.SGD(lr=0.1), "mse")
    return trained(model, [words, rows(10, 3, seed=6)], rows(10, 5, seed=7))


@program
def layer_of_ones_own_that_remembers(keras: Any, tf: Any) -> Any:
    layer = _attentive(keras)(2, stateful=True, batch_input_shape=(5, 4, 3))
    model = _stack(keras, layer)
    first = [model.predict(SEQUENCES, batch_size=5), model.predict(SEQUENCES, batch_size=5)]
    model.reset_states()
    again = model.predict(SEQUENCES, batch_size=5)
    layer.reset_states([rows(5, 2)])
    given = model.predict(SEQUENCES[:5], batch_size=5)
    history = model.fit(SEQUENCES, Y, batch_size=5, epochs=2, shuffle=False, verbose=0).history
    return [first, again, given, history, len(model.weights)]
