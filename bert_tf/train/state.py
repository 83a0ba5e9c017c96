"""Everything that a run needs to go on as if it had never been killed, in one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import keras
import numpy as np

from bert_tf.checkpoints import atomic
from bert_tf.train.data.batches import Batches
from bert_tf.train.watchers import Stopping


class State(keras.callbacks.Callback):
    """Writes weights, moments, random states and the place in the data, at each epoch's end and every few batches.

    Args:
      file: where; replaced whole each time.
      batches: what is trained on, whose place is kept.
      run: what decides the run; another run's file is refused.
      every: batches between two savings; 0 for epochs' ends only.
      stopping: whose knowledge is kept too.
    """

    def __init__(
        self, file: Path, batches: Batches, run: dict[str, Any], every: int = 0, stopping: Stopping | None = None
    ) -> None:
        super().__init__()
        self.file, self.batches, self.run, self.every, self.stopping = file, batches, run, every, stopping
        self.epoch = self.done = 0
        self.stopped = False  # early, by the run that wrote the file
        self.history: list[dict[str, float]] = []

    def restore(self, model: Any) -> bool:
        """Gives a compiled model, and the rest, what the file holds; whether there is one.

        Raises:
          ValueError: the file is another run's; with what differs.
        """
        if not self.file.is_file():
            return False
        model.optimizer.build(model.trainable_variables)
        with np.load(self.file, allow_pickle=False) as stored:
            known = json.loads(str(stored["about"]))
            differing = [name for name in self.run if known["run"].get(name) != self.run[name]]
            if differing:
                was = "; ".join(f"{name} was {known['run'].get(name)}, now {self.run[name]}" for name in differing)
                raise ValueError(f"{self.file} is of another run: {was}. Give the same again, or another folder.")
            for name, variable in self._variables(model).items():
                variable.assign(stored[name])
        self.batches.epoch, self.batches.first = known["epoch"], known["first"]
        self.history, self.stopped = known["history"], known["stopped"]
        if self.stopping is not None:
            self.stopping.state = known["stopping"]
        return True

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self.epoch = self.batches.epoch = epoch
        self.done = self.batches.first

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self.done += 1
        if self.every and self.done % self.every == 0 and self.done < len(self.batches):
            self._write(self.epoch, self.done)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self.history.append({name: float(value) for name, value in (logs or {}).items()})
        self.batches.epoch, self.batches.first = epoch + 1, 0
        self._write(epoch + 1, 0)

    def _write(self, epoch: int, first: int) -> None:
        about = {
            "run": self.run,
            "epoch": epoch,
            "first": first,
            "history": self.history,
            "stopping": None if self.stopping is None else self.stopping.state,
            "stopped": bool(self.model.stop_training),
        }
        arrays = {name: np.asarray(variable) for name, variable in self._variables(self.model).items()}
        with atomic.file(self.file) as temporary:
            np.savez(temporary, about=np.array(json.dumps(about)), **arrays)

    @staticmethod
    def _variables(model: Any) -> dict[str, Any]:
        """Weights and random states, then the optimizer's; Keras keeps both in one order for one model."""
        return {
            f"{kind}.{number}": variable
            for kind, each in (("model", model), ("optimizer", model.optimizer))
            for number, variable in enumerate(each.variables)
        }
