"""How the sign's weight falls while AddSign and PowerSign train: functions of the global step, float32 scalars."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

Decay = Callable[[Any], Any]


def get_linear_decay_fn(decay_steps: int) -> Decay:
    """From 1 to 0 in `decay_steps`."""

    def linear_decay_fn(global_step: Any) -> Any:
        step = _within(global_step, decay_steps, "linear_decay")
        left = v1.cast(decay_steps, v1.int32) - v1.cast(step, v1.int32)
        return v1.maximum(0.0, v1.cast(left, v1.float32) / v1.cast(decay_steps, v1.float32))

    return linear_decay_fn


def get_cosine_decay_fn(decay_steps: int, num_periods: float = 0.5, zero_after: float | None = None) -> Decay:
    """A cosine of `num_periods` periods within `decay_steps`; zero after `zero_after` periods."""

    def cosine_decay_fn(global_step: Any) -> Any:
        step = _within(global_step, decay_steps, "cosine_decay")
        done = v1.cast(step, v1.float32) / v1.cast(decay_steps, v1.float32)
        periods = 2.0 * num_periods * done
        decayed = _half_cosine(periods)
        if zero_after is not None:
            decayed = v1.where(v1.greater_equal(periods, 2 * zero_after), 0.0, decayed)
        return decayed

    return cosine_decay_fn


def get_restart_decay_fn(decay_steps: int, num_periods: float = 1, zero_after: float | None = None) -> Decay:
    """The first half of a cosine, `num_periods` times within `decay_steps`; zero after `zero_after` of them."""

    def restart_decay_fn(global_step: Any) -> Any:
        step = _within(global_step, decay_steps, "cosine_decay")
        within = v1.mod(num_periods * v1.cast(step, v1.float32), decay_steps)
        decayed = _half_cosine(within / v1.cast(decay_steps, v1.float32))
        if zero_after is not None:
            periods = v1.cast(num_periods * step, v1.float32) / v1.cast(decay_steps, v1.float32)
            decayed = v1.where(v1.greater_equal(periods, zero_after), 0.0, decayed)
        return decayed

    return restart_decay_fn


def _within(global_step: Any, decay_steps: int, what: str) -> Any:
    if global_step is None:
        raise ValueError(f"global_step is required for {what}.")
    return v1.minimum(global_step, decay_steps)


def _half_cosine(fraction: Any) -> Any:
    return 0.5 * (1.0 + v1.cos(v1.constant(math.pi) * fraction))
