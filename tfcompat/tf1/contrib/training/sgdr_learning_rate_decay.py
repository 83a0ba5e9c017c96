"""`sgdr_decay`: a cosine from the learning rate to zero, again and again, with longer periods and lower starts."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import v1


def sgdr_decay(
    learning_rate: Any,
    global_step: Any,
    initial_period_steps: Any,
    t_mul: Any = 2.0,
    m_mul: Any = 1.0,
    name: str | None = None,
) -> Any:
    """`tensorflow.contrib.training.python.training.sgdr_learning_rate_decay.sgdr_decay` of 1.15, a scalar.

    Each period is `t_mul` times as long as the one before, and starts at `m_mul` times its rate.

    Raises:
      ValueError: there is no `global_step`.
    """
    if global_step is None:
        raise ValueError("global_step is required for sgdr_decay.")
    with v1.name_scope(name, "SGDRDecay", [learning_rate, global_step, initial_period_steps, t_mul, m_mul]) as scope:
        rate = v1.convert_to_tensor(learning_rate, name="initial_learning_rate")
        step, first, longer, lower = (
            v1.cast(each, rate.dtype) for each in (global_step, initial_period_steps, t_mul, m_mul)
        )
        one, half, pi = (v1.cast(v1.constant(each), rate.dtype) for each in (1.0, 0.5, math.pi))
        progress = v1.div(step, first)

        def equal_periods() -> tuple[Any, Any]:
            restart = v1.floor(progress)
            return restart, progress - restart

        def longer_periods() -> tuple[Any, Any]:
            restart = v1.floor(v1.log(one - progress * (one - longer)) / v1.log(longer))
            before = (one - longer**restart) / (one - longer)
            return restart, (progress - before) / longer**restart

        restart, progress = v1.cond(v1.equal(longer, one), equal_periods, longer_periods)
        start = rate * lower**restart
    return v1.multiply(half * start, v1.cos(progress * pi) + one, name=scope)
