"""Monitors that write: summaries, checkpoints, steps per second, exports."""

from __future__ import annotations

import os
import time
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.monitors.base import BaseMonitor, EveryN, fetched


class SummarySaver(EveryN):
    """Writes a merged summary, or the one of a scaffold."""

    def __init__(
        self,
        summary_op: Any,
        save_steps: int = 100,
        output_dir: str | None = None,
        summary_writer: Any = None,
        scaffold: Any = None,
    ) -> None:
        super().__init__(every_n_steps=save_steps)
        self._summary_op, self._scaffold = summary_op, scaffold
        made = v1.summary.FileWriter(output_dir) if summary_writer is None and output_dir else None
        self._summary_writer = summary_writer if summary_writer is not None else made

    def set_estimator(self, estimator: Any) -> None:
        super().set_estimator(estimator)
        if self._summary_writer is None:
            self._summary_writer = v1.summary.FileWriter(estimator.model_dir)

    def every_n_step_begin(self, step: int) -> list[Any]:
        if self._summary_op is None and self._scaffold is not None:
            self._summary_op = self._scaffold.summary_op
        return [] if self._summary_op is None else [self._summary_op]

    def every_n_step_end(self, step: int, outputs: dict[Any, Any]) -> bool:
        if self._summary_op is not None and self._summary_writer is not None:
            self._summary_writer.add_summary(fetched(outputs, self._summary_op), step)
        return False

    def end(self, session: Any = None) -> None:
        super().end(session=session)
        if self._summary_writer is not None:
            self._summary_writer.flush()


class CheckpointSaver(BaseMonitor):
    """Saves a checkpoint every so many steps or seconds, and at the end.

    Raises:
      ValueError: both are given, or neither.
    """

    def __init__(
        self,
        checkpoint_dir: str,
        save_secs: float | None = None,
        save_steps: int | None = None,
        saver: Any = None,
        checkpoint_basename: str = "model.ckpt",
        scaffold: Any = None,
    ) -> None:
        v1.logging.info("Create CheckpointSaver.")
        super().__init__()
        if save_steps is None and save_secs is None:
            raise ValueError("Either save_steps or save_secs should be provided")
        if save_steps is not None and save_secs is not None:
            raise ValueError("Can not provide both save_steps and save_secs.")
        self._saver, self._scaffold = saver, scaffold
        self._summary_writer = v1.summary.FileWriterCache.get(checkpoint_dir)
        self._save_path = os.path.join(checkpoint_dir, checkpoint_basename)
        self._save_secs, self._save_steps = save_secs, save_steps
        self._saved: tuple[int, float] | None = None  # step and time
        self._last_begin_step = 0

    def begin(self, max_steps: int | None = None) -> None:
        super().begin(max_steps)
        self._saved = None

    def step_begin(self, step: int) -> list[Any]:
        self._last_begin_step = step
        return super().step_begin(step)

    def post_step(self, step: int, session: Any) -> None:
        if self._saved is None or self._is_due(step, *self._saved):
            self._save(step, session)

    def end(self, session: Any = None) -> None:
        super().end(session)
        self._save(self._last_begin_step, session)

    def _is_due(self, step: int, saved_step: int, saved_time: float) -> bool:
        if self._save_steps is not None:
            return step >= saved_step + self._save_steps
        return self._save_secs is not None and time.time() >= saved_time + self._save_secs

    def _save(self, step: int, session: Any) -> None:
        if self._saved is not None and step == self._saved[0]:
            return
        v1.logging.info("Saving checkpoints for %d into %s.", step, self._save_path)
        self._saved = step, time.time()
        saver = self._scaffold.saver if self._saver is None else self._saver
        saver.save(session, self._save_path, global_step=step)
        log = v1.SessionLog(status=v1.SessionLog.CHECKPOINT, checkpoint_path=self._save_path)
        self._summary_writer.add_session_log(log, step)


class StepCounter(EveryN):
    """Writes how many steps are done in a second."""

    def __init__(self, every_n_steps: int = 100, output_dir: str | None = None, summary_writer: Any = None) -> None:
        super().__init__(every_n_steps=every_n_steps)
        self._before: tuple[int, float] | None = None
        made = v1.summary.FileWriterCache.get(output_dir) if summary_writer is None and output_dir else None
        self._summary_writer = summary_writer if summary_writer is not None else made

    def set_estimator(self, estimator: Any) -> None:
        super().set_estimator(estimator)
        if self._summary_writer is None:
            self._summary_writer = v1.summary.FileWriterCache.get(estimator.model_dir)

    def every_n_step_end(self, step: int, outputs: dict[Any, Any]) -> bool:
        now = time.time()
        if self._before is not None and self._summary_writer is not None:
            rate = (step - self._before[0]) / (now - self._before[1])
            value = v1.Summary.Value(tag="global_step/sec", simple_value=rate)
            self._summary_writer.add_summary(v1.Summary(value=[value]), step)
        self._before = step, now
        return False


class ExportMonitor(EveryN):
    """Exported a model in the session bundle format.

    Raises:
      NotImplementedError: always; TensorFlow can no longer write or read that format.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError(
            "ExportMonitor wrote session bundles, the export format before SavedModel, which TensorFlow has dropped; "
            "call estimator.export_savedmodel after fit, or pass an ExportStrategy to Experiment"
        )
