"""`tf.train.polynomial_decay` compares with the number of steps as given, and finds a cycle with `tf.cond`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import cond_ops, context, math_ops, ops
from tfcompat.backend.replace import replaces

_PATHS = (
    "tf_keras.src.optimizers.schedules.learning_rate_schedule",
    "tensorflow.python.keras.optimizer_v2.learning_rate_schedule",
)


@replaces(*(f"{path}.PolynomialDecay.__call__" for path in _PATHS))
def polynomial_decay(original: Callable[..., Any], self: Any, step: Any) -> Any:
    if context.executing_eagerly():
        return original(self, step)
    with ops.name_scope_v2(self.name or "PolynomialDecay") as scope:
        start = ops.convert_to_tensor(self.initial_learning_rate, name="initial_learning_rate")
        end = math_ops.cast(self.end_learning_rate, start.dtype)
        power = math_ops.cast(self.power, start.dtype)
        now = math_ops.cast(step, start.dtype)
        steps = math_ops.cast(self.decay_steps, start.dtype)
        if self.cycle:
            cycles = cond_ops.cond(math_ops.equal(now, 0), lambda: 1.0, lambda: math_ops.ceil(now / self.decay_steps))
            steps = math_ops.multiply(steps, cycles)
        else:
            now = math_ops.minimum(now, self.decay_steps)
        part = math_ops.divide(now, steps)
        return math_ops.add(math_ops.multiply(start - end, math_ops.pow(1 - part, power)), end, name=scope)
