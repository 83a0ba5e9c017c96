"""Each loss and metric, by its name, over three epochs."""

from typing import Any

import numpy as np

from tests.support.keras_builders.registry import program, rows

NAMES = (
    "mse mae mape msle squared_hinge hinge categorical_hinge logcosh kullback_leibler_divergence poisson "
    "cosine_proximity binary_crossentropy categorical_crossentropy"
)


@program
def losses(keras: Any, tf: Any) -> Any:
    found = {}
    for name in NAMES.split():
        model = keras.models.Sequential([keras.layers.Dense(3, activation="softmax", input_dim=5)])
        model.compile("sgd", name, metrics=["acc", name])
        found[name] = model.fit(rows(10, 5), np.eye(3)[np.arange(10) % 3], batch_size=4, epochs=3, verbose=0).history
    return found


@program
def sparse(keras: Any, tf: Any) -> Any:
    model = keras.models.Sequential([keras.layers.Dense(3, activation="softmax", input_dim=5)])
    metrics = ["accuracy", "crossentropy", keras.metrics.sparse_top_k_categorical_accuracy]
    model.compile("sgd", keras.losses.sparse_categorical_crossentropy, metrics=metrics)
    history = model.fit(rows(10, 5), np.arange(10) % 3, batch_size=4, epochs=3, verbose=0).history
    return [history, model.metrics_names]


@program
def own(keras: Any, tf: Any) -> Any:
    k = keras.backend

    def off_by(y_true: Any, y_pred: Any) -> Any:
        return k.mean(k.abs(y_true - y_pred) ** 1.5)

    model = keras.models.Sequential([keras.layers.Dense(1, activation="sigmoid", input_dim=5)])
    model.compile("sgd", off_by, metrics=[off_by, "accuracy", keras.metrics.Precision(name="precision")])
    y = (np.arange(10) % 2).astype("float32")
    weights = np.linspace(0.5, 2, 10).astype("float32")
    first = model.fit(rows(10, 5), y, epochs=2, verbose=0, sample_weight=weights).history
    second = model.fit(rows(10, 5), y, epochs=2, verbose=0, class_weight={0: 1.0, 1: 3.0}).history
    return [first, second, model.train_on_batch(rows(4, 5), y[:4]), model.test_on_batch(rows(4, 5), y[:4])]


@program
def padded_sequences(keras: Any, tf: Any) -> Any:
    """Steps behind a sequence's end have no class: they move nothing."""
    k, found = keras.layers, []
    labels = np.eye(4)[np.arange(30).reshape(6, 5) % 4]
    labels[:, 3:] = 0
    for last in ([k.TimeDistributed(k.Dense(4, activation="softmax"))], [k.Dense(4), k.Softmax()]):
        model = keras.models.Sequential([k.Conv1D(6, 2, padding="causal", input_shape=(5, 3)), *last])
        model.compile(keras.optimizers.SGD(lr=0.5), "categorical_crossentropy", metrics=["accuracy"])
        found.append(model.fit(rows(6, 5, 3), labels, batch_size=3, epochs=3, shuffle=False, verbose=0).history)
        found.append(model.get_weights())
    return found
