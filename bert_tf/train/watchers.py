"""What looks on while a model trains: a progress bar, TensorBoard, and early stopping."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from bert_tf.checkpoints import atomic

Step = Callable[[str, int, int], None]
# What `tf.summary.scalar` writes; that function is in the package tensorboard, which only who looks at them needs.
_SCALAR = tf.compat.v1.SummaryMetadata(plugin_data={"plugin_name": "scalars"}, data_class="DATA_CLASS_SCALAR")


class Progress(keras.callbacks.Callback):
    """Tells a function what is done, how many batches of it, and of how many."""

    def __init__(self, step: Step, first: int, total: int, epochs: int) -> None:
        super().__init__()
        self.step, self.done, self.total, self.epochs, self.title = step, first, total, epochs, "training"

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self.title = f"epoch {epoch + 1} of {self.epochs}"

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self.done += 1
        self.step(f"{self.title}, loss {float(logs['loss']):.3f}", self.done, self.total)


class Scalars(keras.callbacks.Callback):
    """Writes TensorBoard's events: the epoch's loss so far and the rate at each batch, everything at its end.

    A run that goes on after a kill goes on in these, too: batches are counted from the run's first.
    """

    def __init__(self, folder: str | Path, first: int = 0) -> None:
        super().__init__()
        self.writer, self.batch = tf.summary.create_file_writer(str(folder)), first

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        optimizer = getattr(self.model.optimizer, "inner_optimizer", self.model.optimizer)
        self._write({"batch/loss": logs["loss"], "batch/learning_rate": optimizer.learning_rate})
        self.batch += 1

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self._write({f"epoch/{name}": value for name, value in (logs or {}).items()})
        self.writer.flush()

    def _write(self, values: dict[str, Any]) -> None:
        with self.writer.as_default(step=self.batch):
            for name, value in values.items():
                tf.summary.write(name, tf.constant(float(value)), metadata=_SCALAR)


class Stopping(keras.callbacks.Callback):
    """Stops when the validation loss has not fallen for `patience` epochs, and brings the best weights back.

    Keras' `EarlyStopping` forgets what it knew when a run is killed; `state` is what this one has to be given again.
    """

    def __init__(self, patience: int, file: Path) -> None:
        super().__init__()
        self.patience, self.file = patience, file
        self.state: dict[str, Any] = {"best": None, "epoch": 0, "worse": 0}

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        loss, best = float((logs or {})["val_loss"]), self.state["best"]
        if best is None or loss < best:
            self.state = {"best": loss, "epoch": epoch, "worse": 0}
            with atomic.file(self.file) as temporary:
                np.savez(temporary, *[np.asarray(each) for each in self.model.variables])
            return
        self.state["worse"] += 1
        if self.state["worse"] >= self.patience:
            self.model.stop_training = True

    def restore(self, model: Any) -> None:
        """Gives a model the best weights."""
        with np.load(self.file) as stored:
            for number, variable in enumerate(model.variables):
                variable.assign(stored[f"arr_{number}"])
