"""`tf.contrib.tpu.AsyncCheckpointSaverHook`: checkpoints written by a thread of their own while training goes on."""

from __future__ import annotations

import threading
from typing import Any

from tfcompat.backend.v1api import v1

_PATIENCE_S = 0.1


class AsyncCheckpointSaverHook(v1.train.CheckpointSaverHook):
    """Saves every `save_secs` seconds or `save_steps` steps; a save is left out while the one before is being written.

    Listeners are called in the thread, and cannot stop the training.

    Raises:
      ValueError: not exactly one of `save_secs` and `save_steps`, or both of `saver` and `scaffold` are given.
    """

    def __init__(
        self,
        checkpoint_dir: str,
        save_secs: int | None = None,
        save_steps: int | None = None,
        saver: Any = None,
        checkpoint_basename: str = "model.ckpt",
        scaffold: Any = None,
        listeners: Any = None,
    ) -> None:
        super().__init__(checkpoint_dir, save_secs, save_steps, saver, checkpoint_basename, scaffold, listeners)
        self._save_thread: threading.Thread | None = None
        self._last_checkpoint_step: int | None = None

    def end(self, session: Any) -> None:
        """Waits for the thread, and saves the last step unless the thread just did."""
        if self._save_thread is not None:
            self._save_thread.join()
        last_step = session.run(self._global_step_tensor)
        if self._last_checkpoint_step != last_step:
            super()._save(session, last_step)
        for listener in self._listeners:
            listener.end(session, last_step)

    def _save(self, session: Any, step: int) -> bool:
        if self._save_thread is not None:
            self._save_thread.join(timeout=_PATIENCE_S)
            if self._save_thread.is_alive():
                v1.logging.info("Saver thread still in progress, skipping checkpoint.")
                return False
        self._last_checkpoint_step = step
        self._save_thread = threading.Thread(target=super()._save, args=(session, step))
        self._save_thread.start()
        return False
