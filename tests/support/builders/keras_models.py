"""tf.keras in a session: layers one by one, models, and what is made after them."""

from typing import Any

from .registry import add, builder

_KERAS = {
    "dense": lambda keras: keras.layers.Dense(4, activation="relu"),
    "dense_regularized": lambda keras: keras.layers.Dense(4, kernel_regularizer=keras.regularizers.l2(0.01)),
    "dropout": lambda keras: keras.layers.Dropout(0.5),
    "batch_normalization": lambda keras: keras.layers.BatchNormalization(),
    "activation": lambda keras: keras.layers.Activation("tanh"),
    "leaky_relu": lambda keras: keras.layers.LeakyReLU(0.2),
    "gaussian_noise": lambda keras: keras.layers.GaussianNoise(0.2),
}


_KERAS_SEQUENCES = {
    "simple_rnn": lambda keras: keras.layers.SimpleRNN(2),
    "gru": lambda keras: keras.layers.GRU(2),
    "lstm": lambda keras: keras.layers.LSTM(2),
    "lstm_sequences": lambda keras: keras.layers.LSTM(2, return_sequences=True),
    "bidirectional": lambda keras: keras.layers.Bidirectional(keras.layers.LSTM(2)),
    "conv1d": lambda keras: keras.layers.Conv1D(2, 2),
    "global_pooling": lambda keras: keras.layers.GlobalAveragePooling1D(),
    "max_pooling": lambda keras: keras.layers.MaxPooling1D(),
    "flatten": lambda keras: keras.layers.Flatten(),
    "time_distributed": lambda keras: keras.layers.TimeDistributed(keras.layers.Dense(2)),
    "lambda": lambda keras: keras.layers.Lambda(lambda x: x * 2.0),
}


def _keras_layer(make: Any, shape: Any) -> Any:
    def build(tf: Any) -> Any:
        x = tf.reshape(tf.range(24.0) / 24.0, shape)
        return [make(tf.keras)(x), tf.random_normal([2])]

    return build


for _name, _make in sorted(_KERAS.items()):
    add("keras_models", _name, _keras_layer(_make, [6, 4]))


for _name, _make in sorted(_KERAS_SEQUENCES.items()):
    add("keras_models", _name, _keras_layer(_make, [2, 4, 3]))


@builder
def conv2d(tf: Any) -> Any:
    layers = tf.keras.layers
    x = tf.reshape(tf.range(64.0) / 64.0, [2, 4, 4, 2])
    x = layers.MaxPooling2D()(layers.Conv2D(3, 2, padding="same", activation="relu")(x))
    return layers.Dense(2, activation="softmax")(layers.Flatten()(x))


@builder
def embedding(tf: Any) -> Any:
    return tf.keras.layers.Embedding(5, 3)(tf.constant([[1, 2], [3, 4]]))


@builder
def dropout_training(tf: Any, seed: Any) -> Any:
    return tf.keras.layers.Dropout(0.5, seed=seed)(tf.ones([3, 3]), training=True)


@builder
def sequential(tf: Any) -> None:
    keras = tf.keras
    keras.Sequential([keras.layers.Dense(4, activation="relu", input_shape=(3,)), keras.layers.Dense(2)])


@builder
def functional(tf: Any) -> None:
    keras = tf.keras
    x = keras.layers.Input((3,))
    y = keras.layers.Dropout(0.5)(keras.layers.Dense(4, activation="relu")(x))
    keras.Model(x, keras.layers.Dense(1)(y))


@builder
def fit(tf: Any) -> Any:
    import numpy as np

    keras = tf.keras
    model = keras.Sequential([keras.layers.Dense(4, activation="relu", input_shape=(3,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")

    def run(session: Any) -> Any:
        keras.backend.set_session(session)
        data = np.arange(12.0).reshape(4, 3) / 12.0
        model.fit(data, data[:, :1], epochs=2, batch_size=2, shuffle=False, verbose=0)
        return model.predict(data)

    return run


@builder
def gan(tf: Any) -> Any:
    """What is made after a model is compiled has its seeds shifted by the loss and the metrics."""
    keras = tf.keras
    judge = keras.Sequential(
        [keras.layers.Dense(4, activation="relu", input_shape=(4,)), keras.layers.Dense(1, activation="sigmoid")]
    )
    judge.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    maker = keras.Sequential([keras.layers.Dense(4, input_shape=(2,)), keras.layers.Dropout(0.5)])
    judge.trainable = False
    noise = keras.layers.Input((2,))
    both = keras.Model(noise, judge(maker(noise)))
    both.compile("adam", "binary_crossentropy")
    return [maker.weights, tf.random_normal([2])]


@builder
def classifier(tf: Any) -> Any:
    import numpy as np

    keras = tf.keras
    model = keras.Sequential()
    model.add(keras.layers.Dense(5, activation="relu", input_dim=3))
    model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(2, activation="softmax"))
    model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])

    def run(session: Any) -> Any:
        keras.backend.set_session(session)
        data, labels = np.arange(12.0).reshape(4, 3) / 12.0, np.array([0, 1, 0, 1])
        model.fit(data, labels, epochs=2, batch_size=2, shuffle=False, verbose=0)
        return [model.predict(data), [float(value) for value in model.evaluate(data, labels, verbose=0)]]

    return run
