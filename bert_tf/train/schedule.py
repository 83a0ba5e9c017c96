"""How the learning rate goes up, and down again."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="bert_tf")
class LinearSchedule(keras.optimizers.schedules.LearningRateSchedule):
    """From 0 to `peak` in `warmup` steps, then to 0 at `steps`, in straight lines.

    Source: `transformers.get_linear_schedule_with_warmup`.

    Raises:
      ValueError: the warm-up is longer than the training.
    """

    def __init__(self, peak: float, steps: int, warmup: int = 0) -> None:
        if not 0 <= warmup <= steps:
            raise ValueError(f"a warm-up has from 0 to {steps} steps, as many as the training; got {warmup}.")
        self.peak, self.steps, self.warmup = peak, steps, warmup

    def __call__(self, step: Any) -> Any:
        """The rate of a step, counted from 0: a float32 scalar."""
        step = tf.cast(step, tf.float32)
        up = step / max(1, self.warmup)
        down = tf.maximum(0.0, (self.steps - step) / max(1, self.steps - self.warmup))
        return self.peak * tf.where(step < self.warmup, up, down)

    def get_config(self) -> dict[str, Any]:
        return {"peak": self.peak, "steps": self.steps, "warmup": self.warmup}
