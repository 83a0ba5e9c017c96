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


@program
def of_the_users_own(keras: Any, tf: Any) -> Any:
    """As repositories wrote them: a subclass whose `get_updates` a decorator of Keras' guards."""
    from keras.legacy import interfaces

    k = keras.backend

    class Lion(keras.optimizers.Optimizer):  # type: ignore[misc]
        def __init__(self, lr: float = 0.01, momentum: float = 0.8, decay: float = 0.0, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            with k.name_scope(self.__class__.__name__):
                self.iterations = k.variable(0, dtype="int64", name="iterations")
                self.learning_rate = k.variable(lr, name="lr")
                self.momentum = k.variable(momentum, name="momentum")
            self.initial_decay = decay

        @interfaces.legacy_get_updates_support
        def get_updates(self, loss: Any, params: Any) -> Any:
            grads = self.get_gradients(loss, params)
            self.updates = [k.update_add(self.iterations, 1)]
            shapes = [k.int_shape(p) for p in params]
            moments = [k.zeros(shape) for shape in shapes]
            self.weights = [self.iterations] + moments
            for p, g, m in zip(params, grads, moments):  # noqa: B905 (Python 3.7 has no strict)
                v = self.momentum * m - self.lr * k.sign(g)
                self.updates.append(k.update(m, v))
                new_p = p + v - self.lr * 0.1 * p
                if getattr(p, "constraint", None) is not None:
                    new_p = p.constraint(new_p)
                self.updates.append(k.update(p, new_p))
            return self.updates

        def get_config(self) -> Any:
            config = {"lr": float(k.get_value(self.lr)), "momentum": float(k.get_value(self.momentum))}
            return dict(list(super().get_config().items()) + list(config.items()))

    model = keras.models.Sequential(
        [keras.layers.Dense(3, input_dim=4, kernel_constraint=keras.constraints.max_norm(1.0)), keras.layers.Dense(2)]
    )
    optimizer = Lion(clipnorm=1.0)
    model.compile(optimizer, "mse")
    found = trained(model, rows(11, 4, seed=2), rows(11, 2, seed=1))
    k.set_value(model.optimizer.lr, 0.5 * k.get_value(model.optimizer.lr))
    return [found, len(optimizer.get_weights()), sorted(optimizer.get_config().items()), len(optimizer.updates)]
