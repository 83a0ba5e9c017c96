"""Callbacks that change the learning rate: by a schedule, or when a metric stops getting better."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras
from tfcompat.keras.callbacks import watching
from tfcompat.keras.callbacks.base import Callback
from tfcompat.keras.utils.progress import tell


class LearningRateScheduler(Callback):
    """Sets the learning rate of each epoch to `schedule(epoch, rate)` or `schedule(epoch)`."""

    def __init__(self, schedule: Callable[..., Any], verbose: int = 0) -> None:
        super().__init__()
        self.schedule = schedule
        self.verbose = verbose

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        if not hasattr(self.model.optimizer, "lr"):
            raise ValueError('Optimizer must have a "lr" attribute.')
        try:
            rate = self.schedule(epoch, float(keras().backend.get_value(self.model.optimizer.lr)))
        except TypeError:
            rate = self.schedule(epoch)
        if not isinstance(rate, (float, np.float32, np.float64)):
            raise ValueError('The output of the "schedule" function should be float.')
        keras().backend.set_value(self.model.optimizer.lr, rate)
        if self.verbose > 0:
            tell(f"\nEpoch {epoch + 1:05d}: LearningRateScheduler setting learning rate to {rate}.")

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        if logs is not None:
            logs["lr"] = keras().backend.get_value(self.model.optimizer.lr)


class ReduceLROnPlateau(Callback):
    """Multiplies the learning rate by `factor` when a metric has not got better for `patience` epochs."""

    def __init__(
        self,
        monitor: str = "val_loss",
        factor: float = 0.1,
        patience: int = 10,
        verbose: int = 0,
        mode: str = "auto",
        min_delta: float = 1e-4,
        cooldown: int = 0,
        min_lr: float = 0,
        **kwargs: Any,
    ) -> None:
        super().__init__()
        if factor >= 1.0:
            raise ValueError("ReduceLROnPlateau does not support a factor >= 1.0.")
        if "epsilon" in kwargs:
            min_delta = kwargs.pop("epsilon")
            warnings.warn(
                "`epsilon` argument is deprecated and will be removed, use `min_delta` instead.", stacklevel=2
            )
        self.monitor = monitor
        self.factor = factor
        self.patience = patience
        self.verbose = verbose
        self.mode = mode
        self.min_delta = min_delta
        self.cooldown = cooldown
        self.min_lr = min_lr
        self._reset()

    def _reset(self) -> None:
        self.rising = watching.rises(self.monitor, self.mode, "Learning Rate Plateau Reducing")
        self.best = watching.worst(self.rising)
        self.cooldown_counter = 0
        self.wait = 0

    def _better(self, value: Any) -> bool:
        return bool(value > self.best + self.min_delta if self.rising else value < self.best - self.min_delta)

    def on_train_begin(self, logs: Any = None) -> None:
        self._reset()

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        backend, optimizer = keras().backend, self.model.optimizer
        if logs is not None:
            logs["lr"] = backend.get_value(optimizer.lr)
        current = watching.current(logs, self.monitor, "Reduce LR on plateau conditioned on metric")
        if current is None:
            return
        if self.in_cooldown():
            self.cooldown_counter -= 1
            self.wait = 0
        if self._better(current):
            self.best = current
            self.wait = 0
        elif not self.in_cooldown():
            self.wait += 1
            old = float(backend.get_value(optimizer.lr))
            if self.wait < self.patience or old <= self.min_lr:
                return
            new = max(old * self.factor, self.min_lr)
            backend.set_value(optimizer.lr, new)
            if self.verbose > 0:
                tell(f"\nEpoch {epoch + 1:05d}: ReduceLROnPlateau reducing learning rate to {new}.")
            self.cooldown_counter = self.cooldown
            self.wait = 0

    def in_cooldown(self) -> bool:
        return self.cooldown_counter > 0
