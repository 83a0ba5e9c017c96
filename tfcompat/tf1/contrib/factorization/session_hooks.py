"""What is done around the steps of a clustering estimator."""

from __future__ import annotations

import time
from typing import Any

from tfcompat.backend.v1api import v1


class LossRelativeChangeHook(v1.train.SessionRunHook):
    """Stops training once the loss changes by less than a share of itself from one step to the next."""

    def __init__(self, loss_tensor: Any, tolerance: float) -> None:
        self._loss, self._tolerance = loss_tensor, tolerance
        self._before: Any = None

    def before_run(self, run_context: Any) -> Any:
        return v1.train.SessionRunArgs(self._loss)

    def after_run(self, run_context: Any, run_values: Any) -> None:
        loss = run_values.results
        if self._before and abs(loss - self._before) / (1 + abs(self._before)) < self._tolerance:
            run_context.request_stop()
        self._before = loss


class InitializeClustersHook(v1.train.SessionRunHook):
    """Chooses the first centers before training; whoever is not the chief waits until they are chosen."""

    def __init__(self, init_op: Any, is_initialized: Any, is_chief: bool) -> None:
        self._init_op, self._is_initialized, self._is_chief = init_op, is_initialized, is_chief

    def after_create_session(self, session: Any, coord: Any) -> None:
        while not session.run(self._is_initialized):
            if self._is_chief:
                session.run(self._init_op)
            else:
                time.sleep(1)
