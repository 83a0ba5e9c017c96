"""A trained model that is written to a file."""

from typing import Any

from tests.support.keras_builders.registry import rows

MODEL = "written_by_2.3.1.h5"
X, Y = rows(10, 6, 5, 2, seed=6), rows(10, 2, seed=1)


def saved(keras: Any, path: str) -> Any:
    """Trains a model for two epochs and writes it; its predictions, and the loss of two epochs more."""
    k = keras.layers
    model = keras.models.Sequential()
    model.add(k.Conv2D(3, 2, input_shape=(6, 5, 2), kernel_regularizer=keras.regularizers.l2(0.01)))
    model.add(k.BatchNormalization())
    model.add(k.Reshape((5, 12)))
    model.add(k.Bidirectional(k.LSTM(2, recurrent_initializer="uniform")))
    model.add(k.Dense(2))
    model.compile(keras.optimizers.Adam(lr=0.01), "mse", ["mae"])
    model.fit(X, Y, epochs=2, verbose=0)
    model.save(path)
    return [model.predict(X), model.fit(X, Y, epochs=2, shuffle=False, verbose=0).history]
