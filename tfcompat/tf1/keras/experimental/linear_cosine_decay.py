"""`tf.keras.experimental.LinearCosineDecay` and `NoisyLinearCosineDecay`: learning rates that fall in waves."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import keras, v1

_Schedule: Any = keras().optimizers.schedules.LearningRateSchedule


class LinearCosineDecay(_Schedule):
    """A straight line down, times `num_periods` cosine waves: `rate * ((alpha + line) * wave + beta)`."""

    def __init__(
        self,
        initial_learning_rate: Any,
        decay_steps: Any,
        num_periods: Any = 0.5,
        alpha: Any = 0.0,
        beta: Any = 0.001,
        name: str | None = None,
    ) -> None:
        super().__init__()
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.num_periods = num_periods
        self.alpha = alpha
        self.beta = beta
        self.name = name

    def __call__(self, step: Any) -> Any:
        with v1.name_scope(self.name or type(self).__name__) as scope:
            rate = v1.convert_to_tensor(self.initial_learning_rate, name="initial_learning_rate")
            dtype = rate.dtype
            last = v1.cast(self.decay_steps, dtype)
            periods, alpha, beta = (v1.cast(each, dtype) for each in (self.num_periods, self.alpha, self.beta))
            at = v1.minimum(v1.cast(step, dtype), last)
            line = self._line((last - at) / last, at)
            fraction = 2.0 * periods * (at / last)
            wave = 0.5 * (1.0 + v1.cos(v1.constant(math.pi) * fraction))
            return v1.multiply(rate, (alpha + line) * wave + beta, name=scope)

    def _line(self, line: Any, at: Any) -> Any:
        return line

    def get_config(self) -> dict[str, Any]:
        return {
            "initial_learning_rate": self.initial_learning_rate,
            "decay_steps": self.decay_steps,
            "num_periods": self.num_periods,
            "alpha": self.alpha,
            "beta": self.beta,
            "name": self.name,
        }


class NoisyLinearCosineDecay(LinearCosineDecay):
    """The same with noise on the line, of the variance `initial_variance / (1 + step) ** variance_decay`."""

    def __init__(
        self,
        initial_learning_rate: Any,
        decay_steps: Any,
        initial_variance: Any = 1.0,
        variance_decay: Any = 0.55,
        num_periods: Any = 0.5,
        alpha: Any = 0.0,
        beta: Any = 0.001,
        name: str | None = None,
    ) -> None:
        super().__init__(initial_learning_rate, decay_steps, num_periods, alpha, beta, name)
        self.initial_variance = initial_variance
        self.variance_decay = variance_decay

    def _line(self, line: Any, at: Any) -> Any:
        initial, decay = (v1.cast(each, line.dtype) for each in (self.initial_variance, self.variance_decay))
        deviation = v1.sqrt(initial / v1.pow(1.0 + at, decay))
        return line + v1.random_normal(line.shape, stddev=deviation)

    def get_config(self) -> dict[str, Any]:
        return {
            **super().get_config(),
            "initial_variance": self.initial_variance,
            "variance_decay": self.variance_decay,
        }
