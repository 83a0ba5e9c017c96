"""Callbacks that look for the best epoch: `EarlyStopping` and `ModelCheckpoint`."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from tfcompat.keras.callbacks import watching
from tfcompat.keras.callbacks.base import Callback
from tfcompat.keras.utils.progress import tell


class EarlyStopping(Callback):
    """Ends the training when a metric has not got better by `min_delta` for `patience` epochs."""

    def __init__(
        self,
        monitor: str = "val_loss",
        min_delta: float = 0,
        patience: int = 0,
        verbose: int = 0,
        mode: str = "auto",
        baseline: float | None = None,
        restore_best_weights: bool = False,
    ) -> None:
        super().__init__()
        self.monitor = monitor
        self.patience = patience
        self.verbose = verbose
        self.baseline = baseline
        self.restore_best_weights = restore_best_weights
        self.best_weights: Any = None
        self.wait = 0
        self.stopped_epoch = 0
        rising = watching.rises(monitor, mode, "EarlyStopping")
        self.monitor_op = np.greater if rising else np.less
        self.min_delta = min_delta if rising else -min_delta

    def on_train_begin(self, logs: Any = None) -> None:
        self.wait = 0
        self.stopped_epoch = 0
        start = watching.worst(self.monitor_op == np.greater)
        self.best = start if self.baseline is None else self.baseline

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        current = watching.current(logs, self.monitor, "Early stopping conditioned on metric")
        if current is None:
            return
        if self.monitor_op(current - self.min_delta, self.best):
            self.best = current
            self.wait = 0
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
            return
        self.wait += 1
        if self.wait < self.patience:
            return
        self.stopped_epoch = epoch
        self.model.stop_training = True
        if self.restore_best_weights:
            if self.verbose > 0:
                tell("Restoring model weights from the end of the best epoch")
            self.model.set_weights(self.best_weights)

    def on_train_end(self, logs: Any = None) -> None:
        if self.stopped_epoch > 0 and self.verbose > 0:
            tell(f"Epoch {self.stopped_epoch + 1:05d}: early stopping")


class ModelCheckpoint(Callback):
    """Saves the model, or its weights, after every `period` epochs, or only when a metric is the best so far.

    `filepath` may hold `{epoch:02d}` and the names of metrics.
    """

    def __init__(
        self,
        filepath: str,
        monitor: str = "val_loss",
        verbose: int = 0,
        save_best_only: bool = False,
        save_weights_only: bool = False,
        mode: str = "auto",
        period: int = 1,
    ) -> None:
        super().__init__()
        self.filepath = filepath
        self.monitor = monitor
        self.verbose = verbose
        self.save_best_only = save_best_only
        self.save_weights_only = save_weights_only
        self.period = period
        self.epochs_since_last_save = 0
        rising = watching.rises(monitor, mode, "ModelCheckpoint", also="fmeasure")
        self.monitor_op = np.greater if rising else np.less
        self.best = watching.worst(rising)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self.epochs_since_last_save += 1
        if self.epochs_since_last_save < self.period:
            return
        self.epochs_since_last_save = 0
        path = str(self.filepath).format_map(watching.Logs(logs or {}, epoch=epoch + 1))
        if not self.save_best_only:
            self._tell(epoch, f"saving model to {path}")
            self._save(path)
            return
        current = watching.Logs(logs or {}).find(self.monitor)
        if current is None:
            text = f"Can save best model only with {self.monitor} available, skipping."
            warnings.warn(text, RuntimeWarning, stacklevel=2)
        elif self.monitor_op(current, self.best):
            self._tell(
                epoch, f"{self.monitor} improved from {self.best:0.5f} to {current:0.5f}, saving model to {path}"
            )
            self.best = current
            self._save(path)
        else:
            self._tell(epoch, f"{self.monitor} did not improve from {self.best:0.5f}")

    def _tell(self, epoch: int, text: str) -> None:
        if self.verbose > 0:
            tell(f"\nEpoch {epoch + 1:05d}: {text}")

    def _save(self, path: str) -> None:
        (self.model.save_weights if self.save_weights_only else self.model.save)(path, overwrite=True)
