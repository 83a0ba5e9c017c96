"""`tf.contrib.learn.monitors.ValidationMonitor`: evaluates new checkpoints while training, and may stop early."""

from __future__ import annotations

import copy
import time
from typing import Any

from tfcompat.backend import estimator
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.monitors.base import EveryN


class ValidationMonitor(EveryN):
    """Evaluates at every n-th step if there is a new checkpoint, and logs the metrics.

    With `early_stopping_rounds` it stops once the metric has not become better for so many steps.

    Raises:
      ValueError: neither arrays nor an input function are given.
    """

    def __init__(
        self,
        x: Any = None,
        y: Any = None,
        input_fn: Any = None,
        batch_size: int | None = None,
        eval_steps: int | None = None,
        every_n_steps: int = 100,
        metrics: Any = None,
        hooks: Any = None,
        early_stopping_rounds: int | None = None,
        early_stopping_metric: str = "loss",
        early_stopping_metric_minimize: bool = True,
        name: str | None = None,
        check_interval_secs: float | None = 5,
    ) -> None:
        super().__init__(every_n_steps=every_n_steps, first_n_steps=-1)
        if x is None and input_fn is None:
            raise ValueError("Either x or input_fn should be provided.")
        self.x, self.y, self.input_fn, self.batch_size = x, y, input_fn, batch_size
        self.eval_steps, self.metrics, self.hooks, self.name = eval_steps, metrics, hooks, name
        self.early_stopping_rounds = early_stopping_rounds
        self.early_stopping_metric = early_stopping_metric
        self.early_stopping_metric_minimize = early_stopping_metric_minimize
        self._check_interval_secs = check_interval_secs
        self._best_value_step: int | None = None
        self._best_value: Any = None
        self._best_metrics: Any = None
        self._early_stopped = False
        self._latest_path: str | None = None
        self._checked: float | None = None

    @property
    def early_stopped(self) -> bool:
        return self._early_stopped

    @property
    def best_step(self) -> int | None:
        return self._best_value_step

    @property
    def best_value(self) -> Any:
        return self._best_value

    @property
    def best_metrics(self) -> Any:
        return self._best_metrics

    def every_n_step_end(self, step: int, outputs: dict[Any, Any]) -> bool:
        if self._estimator is None:
            raise ValueError("Missing call to set_estimator.")
        if not self._has_new_checkpoint():
            return False
        found = self._evaluate_estimator()
        v1.logging.info("Validation (step %d): %s", step, ", ".join(f"{key} = {value}" for key, value in found.items()))
        return self.early_stopping_rounds is not None and self._is_enough(step, found)

    def _has_new_checkpoint(self) -> bool:
        now, before = time.time(), self._checked
        if self._check_interval_secs is not None and before is not None and now - before <= self._check_interval_secs:
            return False
        self._checked = now
        path = v1.train.latest_checkpoint(self._estimator.model_dir)
        if path is None or path == self._latest_path:
            return False
        self._latest_path = path
        return True

    def _evaluate_estimator(self) -> dict[str, Any]:
        options = {"input_fn": self.input_fn, "steps": self.eval_steps, "hooks": self.hooks, "name": self.name}
        own = {"x": self.x, "y": self.y, "batch_size": self.batch_size, "metrics": self.metrics}
        if not isinstance(self._estimator, estimator.load().Estimator):
            options.update(own)
        elif any(value is not None for value in own.values()):
            raise ValueError(
                "tf.estimator.Estimator does not support following arguments: x, y, batch_size, metrics. "
                "Should set as `None` in ValidationMonitor"
            )
        found: dict[str, Any] = self._estimator.evaluate(**options)
        return found

    def _is_enough(self, step: int, found: dict[str, Any]) -> bool:
        if self.early_stopping_metric not in found:
            raise ValueError(f"Metric {self.early_stopping_metric} missing from outputs {set(found)}.")
        value = found[self.early_stopping_metric]
        sign = 1 if self.early_stopping_metric_minimize else -1
        if self._best_value is None or sign * value < sign * self._best_value:
            self._best_value, self._best_value_step = value, step
            self._best_metrics = copy.deepcopy(found)
        if step - (self._best_value_step or 0) < (self.early_stopping_rounds or 0):
            return False
        v1.logging.info(
            f"Stopping. Best step: {self._best_value_step} with {self.early_stopping_metric} = {self._best_value}."
        )
        self._early_stopped = True
        return True
