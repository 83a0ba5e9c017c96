"""What a training, its callbacks and a summary print."""

from typing import Any

import numpy as np

from tests.support.keras_builders.registry import program, rows

X, Y = rows(10, 5), rows(10, 2, seed=1)


def _model(keras: Any, rate: float = 0.01) -> Any:
    model = keras.models.Sequential([keras.layers.Dense(2, input_shape=(5,))])
    model.compile(keras.optimizers.SGD(rate), "mse", ["mae"])
    return model


@program
def bars(keras: Any, tf: Any) -> Any:
    model = _model(keras)
    model.fit(X, Y, batch_size=4, epochs=2, validation_split=0.2)
    model.fit(X, Y, epochs=2, verbose=2)
    model.evaluate(X, Y)
    model.predict(X, verbose=1)


@program
def summaries(keras: Any, tf: Any) -> Any:
    k = keras.layers
    model = keras.models.Sequential()
    model.add(k.Embedding(1000, 16, input_length=7))
    model.add(k.Bidirectional(k.LSTM(3)))
    model.add(k.BatchNormalization())
    model.add(_model(keras) if False else k.Dense(1, activation="sigmoid"))
    model.summary()
    lines = []
    model.summary(line_length=80, print_fn=lines.append)
    return lines


@program
def schedules(keras: Any, tf: Any) -> Any:
    c = keras.callbacks
    callbacks = [c.LearningRateScheduler(lambda epoch: 0.1 / (epoch + 1), verbose=1)]
    first = _model(keras).fit(X, Y, epochs=3, verbose=0, callbacks=callbacks).history
    callbacks = [
        c.ReduceLROnPlateau(monitor="loss", patience=1, min_delta=1.0, verbose=1, factor=0.5),
        c.EarlyStopping(monitor="loss", min_delta=1.0, patience=3, verbose=1, restore_best_weights=True),
        c.TerminateOnNaN(),
    ]
    second = _model(keras).fit(X, Y, epochs=9, verbose=0, callbacks=callbacks).history
    _model(keras).fit(X, Y * np.nan, epochs=9, verbose=0, callbacks=[c.TerminateOnNaN()])
    return [first, second]
