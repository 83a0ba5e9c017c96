"""How a loss is scaled: by a number, or by one that grows while gradients stay finite and falls when they do not."""

from __future__ import annotations

import abc
from typing import Any

from tfcompat.backend.v1api import v1


class LossScaleManager(abc.ABC):
    """`tf.contrib.mixed_precision.LossScaleManager` of 1.15."""

    @abc.abstractmethod
    def get_loss_scale(self) -> Any:
        """The scale, a float32 scalar."""

    @abc.abstractmethod
    def update_loss_scale(self, finite_grads: Any) -> Any:
        """An op that takes note whether gradients were finite, a boolean scalar."""


class FixedLossScaleManager(LossScaleManager):
    """`tf.contrib.mixed_precision.FixedLossScaleManager` of 1.15; ValueError for a scale below 1."""

    def __init__(self, loss_scale: Any) -> None:
        if loss_scale < 1:
            raise ValueError("loss scale must be at least 1.")
        self._loss_scale = v1.convert_to_tensor(loss_scale, dtype=v1.float32)

    def get_loss_scale(self) -> Any:
        return self._loss_scale

    def update_loss_scale(self, finite_grads: Any) -> Any:
        return v1.no_op()


class ExponentialUpdateLossScaleManager(LossScaleManager):
    """`tf.contrib.mixed_precision.ExponentialUpdateLossScaleManager` of 1.15.

    Its variables are `loss_scale`, `good_steps` and `bad_steps`.
    """

    def __init__(
        self,
        init_loss_scale: Any,
        incr_every_n_steps: int,
        decr_every_n_nan_or_inf: int = 2,
        incr_ratio: float = 2,
        decr_ratio: float = 0.8,
    ) -> None:
        self._incr_every_n_steps, self._decr_every_n_nan_or_inf = incr_every_n_steps, decr_every_n_nan_or_inf
        self._incr_ratio, self._decr_ratio = incr_ratio, decr_ratio
        first = v1.convert_to_tensor(init_loss_scale, v1.float32)
        self._loss_scale = v1.Variable(name="loss_scale", initial_value=first, dtype=v1.float32, trainable=False)
        self._num_good_steps = v1.Variable(name="good_steps", initial_value=0, dtype=v1.int32, trainable=False)
        self._num_bad_steps = v1.Variable(name="bad_steps", initial_value=0, dtype=v1.int32, trainable=False)

    def get_loss_scale(self) -> Any:
        return self._loss_scale

    def update_loss_scale(self, finite_grads: Any) -> Any:
        return v1.cond(finite_grads, self._after_finite, self._after_others)

    def _start_again(self) -> Any:
        return v1.group(v1.assign(self._num_good_steps, 0), v1.assign(self._num_bad_steps, 0))

    def _after_finite(self) -> Any:
        def increase() -> Any:
            more = self._loss_scale * self._incr_ratio
            new = v1.cond(v1.is_finite(more), lambda: self._loss_scale * self._incr_ratio, lambda: self._loss_scale)
            return v1.group(v1.assign(self._loss_scale, new), self._start_again())

        enough = self._num_good_steps + 1 >= self._incr_every_n_steps
        return v1.cond(enough, increase, lambda: v1.assign_add(self._num_good_steps, 1).op)

    def _after_others(self) -> Any:
        def decrease() -> Any:
            less = v1.maximum(1.0, self._loss_scale * self._decr_ratio)
            return v1.group(v1.assign(self._loss_scale, less), self._start_again())

        def count() -> Any:
            return v1.group(v1.assign_add(self._num_bad_steps, 1), v1.assign(self._num_good_steps, 0))

        return v1.cond(self._num_bad_steps + 1 >= self._decr_every_n_nan_or_inf, decrease, count)
