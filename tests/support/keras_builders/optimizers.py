"""Each optimizer over 21 steps."""

from typing import Any

from tests.support.keras_builders.registry import program, rows, trained


def _run(keras: Any, optimizer: Any) -> Any:
    model = keras.models.Sequential()
    model.add(keras.layers.Dense(3, activation="tanh", input_dim=5))
    model.add(keras.layers.Dense(2, activation="sigmoid"))
    model.compile(optimizer, "mse")
    answer = trained(model, rows(10, 5), rows(10, 2, seed=1))
    config = model.optimizer.get_config()
    return {**answer, "config": dict(sorted(config.items())), "state": len(model.optimizer.get_weights())}


@program
def sgd(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.SGD(lr=0.3, decay=0.1, momentum=0.8, nesterov=True))


@program
def sgd_clipped(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.SGD(0.3, momentum=0.5, clipnorm=0.05, clipvalue=0.02))


@program
def by_name(keras: Any, tf: Any) -> Any:
    return _run(keras, "rmsprop")


@program
def rmsprop(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.RMSprop(lr=0.02, decay=0.05, epsilon=1e-6))


@program
def adagrad(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.Adagrad(lr=0.05))


@program
def adadelta(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.Adadelta())


@program
def adam(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.Adam(lr=0.02, decay=0.1, clipnorm=0.05))


@program
def adam_amsgrad(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.Adam(learning_rate=0.02, amsgrad=True))


@program
def adamax(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.Adamax(lr=0.02))


@program
def nadam(keras: Any, tf: Any) -> Any:
    return _run(keras, keras.optimizers.Nadam(lr=0.02))


@program
def of_tensorflow(keras: Any, tf: Any) -> Any:
    model = keras.models.Sequential([keras.layers.Dense(2, input_dim=5)])
    model.compile(tf.train.GradientDescentOptimizer(0.1), "mse")
    return trained(model, rows(10, 5), rows(10, 2, seed=1))
