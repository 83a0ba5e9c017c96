"""`keras.optimizers` of 2.3.1: every hyperparameter is a variable, and each update is its own formula.

Source: keras.optimizers. The order of operations is kept, since it decides the last bit of a weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import by_name

keras()  # loads tf_keras
_base: Any = module("optimizers.optimizer_v1")


def _sqrt(x: Any) -> Any:
    return v1.sqrt(v1.clip_by_value(x, v1.constant(0.0, x.dtype.base_dtype), v1.constant(np.inf, x.dtype.base_dtype)))


class Optimizer(_base.Optimizer):
    """Changes weights along the gradient of a loss.

    `clipnorm` bounds the norm of all gradients together, `clipvalue` each entry. `lr` and `decay` are accepted as well
    as `learning_rate`; with a decay the rate falls with the number of steps.
    """

    # Class attributes of a subclass: hyperparameters that become variables, in the order in which they are made, and
    # those that stay numbers.
    _variables: tuple[str, ...] = ()
    _numbers: tuple[str, ...] = ()

    def __init__(self, **kwargs: Any) -> None:
        backend = keras().backend
        learning_rate = kwargs.pop("learning_rate", None)
        values = {"learning_rate": kwargs.pop("lr", learning_rate), "decay": kwargs.pop("decay", 0.0)}
        values |= {name: kwargs.pop(name) for name in (*self._variables, *self._numbers) if name in kwargs}
        if "decay" in self._variables:
            self.initial_decay = values["decay"]
        super().__init__(**kwargs)
        with v1.name_scope(type(self).__name__):
            for name in self._variables:
                if name == "iterations":
                    self.iterations = backend.variable(0, dtype="int64", name=name)
                else:
                    setattr(self, name, backend.variable(values[name], name=name))
        for name in self._numbers:
            value = values[name]
            setattr(self, name, backend.epsilon() if name == "epsilon" and value is None else value)

    @property
    def lr(self) -> Any:
        return self.learning_rate

    @lr.setter
    def lr(self, value: Any) -> None:
        self.learning_rate = value

    def get_gradients(self, loss: Any, params: Any) -> list[Any]:
        """The gradients, clipped.

        Raises:
          ValueError: a weight does not reach the loss, or not in a way that can be differentiated.
        """
        gradients = v1.gradients(loss, params, colocate_gradients_with_ops=True)
        if any(each is None for each in gradients):
            raise ValueError(
                "An operation has `None` for gradient. Please make sure that all of your ops have a gradient defined "
                "(i.e. are differentiable). Common ops without gradient: K.argmax, K.round, K.eval."
            )
        if getattr(self, "clipnorm", 0) > 0:
            norm = _sqrt(sum(v1.reduce_sum(v1.square(each)) for each in gradients))
            gradients = [clip_norm(each, self.clipnorm, norm) for each in gradients]
        if getattr(self, "clipvalue", 0) > 0:
            gradients = [v1.clip_by_value(each, -self.clipvalue, self.clipvalue) for each in gradients]
        return gradients

    def get_updates(self, loss: Any = None, params: Any = None, *keras1: Any) -> list[Any]:
        """The ops of one step. Keras 1 called it with the weights, their constraints and the loss."""
        if keras1 or isinstance(loss, (list, tuple)):
            loss, params = (keras1[0] if keras1 else None), loss
        gradients = self.get_gradients(loss, params)
        self.updates = [v1.assign_add(self.iterations, 1)]
        # 1.15 mostly read the number of steps when it was raised already; nothing there put the two in order.
        with v1.control_dependencies(self.updates):
            self._steps = v1.identity(self.iterations)
        self._step(list(zip(params, gradients, strict=True)))
        return list(self.updates)

    def _step(self, pairs: list[tuple[Any, Any]]) -> None:
        """Adds the updates for weights with their gradients, and notes the optimizer's own variables."""
        raise NotImplementedError

    def _rate(self) -> Any:
        """The learning rate of this step."""
        if getattr(self, "initial_decay", 0) <= 0:
            return self.learning_rate
        return self.learning_rate * (1.0 / (1.0 + self.decay * v1.cast(self._steps, self.decay.dtype.base_dtype)))

    def _time(self) -> Any:
        return v1.cast(self._steps, keras().backend.floatx()) + 1

    def _zeros(self, pairs: Any, name: str) -> list[Any]:
        backend = keras().backend
        return [backend.zeros(backend.int_shape(p), name=f"{name}_{place}") for place, (p, _) in enumerate(pairs)]

    def _set(self, variable: Any, value: Any, constrained: bool = False) -> None:
        constraint = getattr(variable, "constraint", None) if constrained else None
        self.updates.append(v1.assign(variable, value if constraint is None else constraint(value)))

    def set_weights(self, weights: Any) -> None:
        """Sets the optimizer's variables; files of earlier versions lack the number of steps."""
        weights = list(weights)
        if len(self.weights) == len(weights) + 1 and isinstance(self, (RMSprop, Adagrad, Adadelta)):
            weights = [np.array(0), *weights]
        elif len(self.weights) == len(weights) + 1 and isinstance(self, Nadam):
            weights = [weights[0], np.array(1.0), *weights[1:]]
        elif isinstance(self, Adam) and not self.amsgrad and len(weights) == 1 + 2 * (len(self.weights) - 1) // 3:
            weights += [np.zeros(1)] * (len(self.weights) - len(weights))  # what amsgrad alone moves
        super().set_weights(weights)

    def get_config(self) -> dict[str, Any]:
        backend = keras().backend
        kept = [name for name in self._variables if name not in ("iterations", "m_schedule")]
        config = {name: float(backend.get_value(getattr(self, name))) for name in kept}
        config |= {name: getattr(self, name) for name in self._numbers}
        clipped = {name: getattr(self, name) for name in ("clipnorm", "clipvalue") if hasattr(self, name)}
        return {**clipped, **config}


def clip_norm(g: Any, c: float, n: Any) -> Any:
    """A gradient of norm `n` scaled to norm `c` if it is longer; a sparse one stays sparse, and `c` of 0 leaves it."""
    if c <= 0:
        return g
    scaled = v1.scalar_mul(c / n, g)
    if isinstance(g, v1.IndexedSlices):
        chosen = v1.cond(n >= c, lambda: scaled.values, lambda: g.values)
        return v1.IndexedSlices(chosen, g.indices, g.dense_shape)
    chosen = v1.cond(n >= c, lambda: scaled, lambda: g)
    chosen.set_shape(g.shape)
    return chosen


class SGD(Optimizer):
    """Gradient descent, with momentum if there is any."""

    _variables = ("iterations", "learning_rate", "momentum", "decay")
    _numbers = ("nesterov",)

    def __init__(self, learning_rate: Any = 0.01, momentum: float = 0.0, nesterov: bool = False, **kwargs: Any) -> None:
        super().__init__(learning_rate=learning_rate, momentum=momentum, nesterov=nesterov, **kwargs)

    def _step(self, pairs: Any) -> None:
        rate = self._rate()
        moments = self._zeros(pairs, "moment")
        self.weights = [self.iterations, *moments]
        for (p, g), m in zip(pairs, moments, strict=True):
            velocity = self.momentum * m - rate * g
            self._set(m, velocity)
            self._set(p, p + self.momentum * velocity - rate * g if self.nesterov else p + velocity, True)


class RMSprop(Optimizer):
    """Divides the gradient by a running average of its size."""

    _variables = ("learning_rate", "rho", "decay", "iterations")
    _numbers = ("epsilon",)

    def __init__(self, learning_rate: Any = 0.001, rho: float = 0.9, epsilon: Any = None, **kwargs: Any) -> None:
        super().__init__(learning_rate=learning_rate, rho=rho, epsilon=epsilon, **kwargs)

    def _step(self, pairs: Any) -> None:
        accumulators = self._zeros(pairs, "accumulator")
        self.weights = [self.iterations, *accumulators]
        rate = self._rate()
        for (p, g), a in zip(pairs, accumulators, strict=True):
            new = self.rho * a + (1.0 - self.rho) * v1.square(g)
            self._set(a, new)
            self._set(p, p - rate * g / (_sqrt(new) + self.epsilon), True)


class Adagrad(Optimizer):
    """Divides the gradient by the size of all that came before."""

    _variables = ("learning_rate", "decay", "iterations")
    _numbers = ("epsilon",)

    def __init__(self, learning_rate: Any = 0.01, epsilon: Any = None, **kwargs: Any) -> None:
        super().__init__(learning_rate=learning_rate, epsilon=epsilon, **kwargs)

    def _step(self, pairs: Any) -> None:
        accumulators = self._zeros(pairs, "accumulator")
        self.weights = [self.iterations, *accumulators]
        rate = self._rate()
        for (p, g), a in zip(pairs, accumulators, strict=True):
            new = a + v1.square(g)
            self._set(a, new)
            self._set(p, p - rate * g / (_sqrt(new) + self.epsilon), True)


class Adadelta(Optimizer):
    """Adagrad over a moving window."""

    _variables = ("learning_rate", "decay", "iterations")
    _numbers = ("rho", "epsilon")

    def __init__(self, learning_rate: Any = 1.0, rho: float = 0.95, epsilon: Any = None, **kwargs: Any) -> None:
        super().__init__(learning_rate=learning_rate, rho=rho, epsilon=epsilon, **kwargs)

    def _step(self, pairs: Any) -> None:
        accumulators, deltas = self._zeros(pairs, "accumulator"), self._zeros(pairs, "delta_accumulator")
        self.weights = [self.iterations, *accumulators, *deltas]
        rate = self._rate()
        for (p, g), a, d in zip(pairs, accumulators, deltas, strict=True):
            new = self.rho * a + (1.0 - self.rho) * v1.square(g)
            self._set(a, new)
            update = g * _sqrt(d + self.epsilon) / _sqrt(new + self.epsilon)
            self._set(p, p - rate * update, True)
            self._set(d, self.rho * d + (1 - self.rho) * v1.square(update))


class Adam(Optimizer):
    """Moving averages of the gradient and of its square."""

    _variables = ("iterations", "learning_rate", "beta_1", "beta_2", "decay")
    _numbers = ("epsilon", "amsgrad")

    def __init__(
        self,
        learning_rate: Any = 0.001,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        amsgrad: bool = False,
        epsilon: Any = None,
        **kwargs: Any,
    ) -> None:
        rates = {"learning_rate": learning_rate, "beta_1": beta_1, "beta_2": beta_2}
        super().__init__(amsgrad=amsgrad, epsilon=epsilon, **rates, **kwargs)

    def _step(self, pairs: Any) -> None:
        rate, t = self._rate(), self._time()
        rate = rate * (_sqrt(1.0 - v1.pow(self.beta_2, t)) / (1.0 - v1.pow(self.beta_1, t)))
        ms, vs = self._zeros(pairs, "m"), self._zeros(pairs, "v")
        if self.amsgrad:
            hats = self._zeros(pairs, "vhat")
        else:
            hats = [keras().backend.zeros(1, name=f"vhat_{place}") for place in range(len(pairs))]
        self.weights = [self.iterations, *ms, *vs, *hats]
        for (p, g), m, v, hat in zip(pairs, ms, vs, hats, strict=True):
            new_m = self.beta_1 * m + (1.0 - self.beta_1) * g
            new_v = self.beta_2 * v + (1.0 - self.beta_2) * v1.square(g)
            if self.amsgrad:
                new_hat = v1.maximum(hat, new_v)
                new_p = p - rate * new_m / (_sqrt(new_hat) + self.epsilon)
                self._set(hat, new_hat)
            else:
                new_p = p - rate * new_m / (_sqrt(new_v) + self.epsilon)
            self._set(m, new_m)
            self._set(v, new_v)
            self._set(p, new_p, True)


class Adamax(Optimizer):
    """Adam with the largest gradient in place of the average square."""

    _variables = ("iterations", "learning_rate", "beta_1", "beta_2", "decay")
    _numbers = ("epsilon",)

    def __init__(
        self,
        learning_rate: Any = 0.002,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: Any = None,
        **kwargs: Any,
    ) -> None:
        rates = {"learning_rate": learning_rate, "beta_1": beta_1, "beta_2": beta_2}
        super().__init__(epsilon=epsilon, **rates, **kwargs)

    def _step(self, pairs: Any) -> None:
        rate = self._rate() / (1.0 - v1.pow(self.beta_1, self._time()))
        ms, us = self._zeros(pairs, "m"), self._zeros(pairs, "u")
        self.weights = [self.iterations, *ms, *us]
        for (p, g), m, u in zip(pairs, ms, us, strict=True):
            new_m = self.beta_1 * m + (1.0 - self.beta_1) * g
            new_u = v1.maximum(self.beta_2 * u, v1.abs(g))
            self._set(m, new_m)
            self._set(u, new_u)
            self._set(p, p - rate * new_m / (new_u + self.epsilon), True)


class Nadam(Optimizer):
    """Adam with Nesterov's momentum, which grows by a schedule."""

    _variables = ("iterations", "m_schedule", "learning_rate", "beta_1", "beta_2")
    _numbers = ("epsilon", "schedule_decay")

    def __init__(
        self,
        learning_rate: Any = 0.002,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        schedule_decay: float = 0.004,
        epsilon: Any = None,
        **kwargs: Any,
    ) -> None:
        rates = {"learning_rate": learning_rate, "beta_1": beta_1, "beta_2": beta_2, "m_schedule": 1.0}
        super().__init__(epsilon=epsilon, schedule_decay=schedule_decay, **rates, **kwargs)

    def _momentum(self, t: Any) -> Any:
        base = np.asarray(0.96, dtype=keras().backend.floatx())
        return self.beta_1 * (1.0 - 0.5 * v1.pow(base, t * self.schedule_decay))

    def _step(self, pairs: Any) -> None:
        t = self._time()
        now, after = self._momentum(t), self._momentum(t + 1)
        schedule, schedule_after = self.m_schedule * now, self.m_schedule * now * after
        self._set(self.m_schedule, schedule)
        ms, vs = self._zeros(pairs, "m"), self._zeros(pairs, "v")
        self.weights = [self.iterations, self.m_schedule, *ms, *vs]
        for (p, g), m, v in zip(pairs, ms, vs, strict=True):
            g_prime = g / (1.0 - schedule)
            new_m = self.beta_1 * m + (1.0 - self.beta_1) * g
            m_prime = new_m / (1.0 - schedule_after)
            new_v = self.beta_2 * v + (1.0 - self.beta_2) * v1.square(g)
            v_prime = new_v / (1.0 - v1.pow(self.beta_2, t))
            step = (1.0 - now) * g_prime + after * m_prime
            self._set(m, new_m)
            self._set(v, new_v)
            self._set(p, p - self.learning_rate * step / (_sqrt(v_prime) + self.epsilon), True)


class TFOptimizer(Optimizer):
    """One of TensorFlow's own optimizers."""

    def __init__(self, optimizer: Any) -> None:
        self.optimizer = optimizer
        super().__init__()
        with v1.name_scope(type(self).__name__):
            self.iterations = keras().backend.variable(0, dtype="int64", name="iterations")

    def get_updates(self, loss: Any = None, params: Any = None, *keras1: Any) -> list[Any]:
        if hasattr(self.optimizer, "get_updates"):
            return list(self.optimizer.get_updates(loss, params))
        gradients = self.optimizer.compute_gradients(loss, var_list=params)
        self.updates = [v1.assign_add(self.iterations, 1)]
        self.updates.append(self.optimizer.apply_gradients(gradients, global_step=self.iterations))
        return list(self.updates)

    def get_config(self) -> dict[str, Any]:
        raise NotImplementedError


sgd = SGD
rmsprop = RMSprop
adagrad = Adagrad
adadelta = Adadelta
adam = Adam
adamax = Adamax
nadam = Nadam

_BY_NAME: dict[str, Any] = {
    each.__name__.lower(): each for each in (SGD, RMSprop, Adagrad, Adadelta, Adam, Adamax, Nadam, TFOptimizer)
}
__all__ = sorted(
    {
        *_BY_NAME,
        *(each.__name__ for each in _BY_NAME.values()),
        "Optimizer",
        "clip_norm",
        "deserialize",
        "get",
        "optimizer_from_config",
        "serialize",
    }
    - {"tfoptimizer"}
)
serialize = by_name.serialize


def deserialize(config: Any, custom_objects: Any = None) -> Any:
    """The optimizer of `{"class_name", "config"}`; the class's name may be in small letters."""
    name = config["class_name"]
    name = name.lower() if name.lower() in _BY_NAME else name
    return by_name.deserialize({**config, "class_name": name}, _BY_NAME, custom_objects, "optimizer")


def get(identifier: Any) -> Any:
    """The optimizer of a name or a configuration, or itself; TensorFlow's own are wrapped.

    Raises:
      ValueError: it is nothing of that kind.
    """
    if isinstance(identifier, Mapping):
        return deserialize(identifier)
    if isinstance(identifier, str):
        return deserialize({"class_name": identifier, "config": {}})
    if isinstance(identifier, _base.Optimizer):
        return identifier
    if isinstance(identifier, (v1.train.Optimizer, keras().optimizers.Optimizer)):
        return TFOptimizer(identifier)
    raise ValueError(f"Could not interpret optimizer identifier: {identifier}")


optimizer_from_config = deserialize
