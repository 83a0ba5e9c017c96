"""`tf.contrib.learn.Experiment`: an estimator, its data and how long to train, under named schedules."""

from __future__ import annotations

import inspect
import math
import os
import time
from collections.abc import Callable
from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.base import BaseEstimator
from tfcompat.tf1.contrib.learn.estimators.keys import Environment
from tfcompat.tf1.contrib.learn.estimators.run_config import RunConfig
from tfcompat.tf1.contrib.learn.monitors import ValidationMonitor, replace_monitors_with_hooks
from tfcompat.tf1.contrib.learn.utils.export_strategy import ExportStrategy


class Experiment:
    """Trains and evaluates a `tf.contrib.learn` or `tf.estimator` Estimator.

    Raises:
      ValueError: the estimator is none, or an argument does not go with its kind.
    """

    def __init__(
        self,
        estimator: Any,
        train_input_fn: Any,
        eval_input_fn: Any,
        eval_metrics: Any = None,
        train_steps: int | None = None,
        eval_steps: int | None = 100,
        train_monitors: Any = None,
        eval_hooks: Any = None,
        local_eval_frequency: int | None = None,
        eval_delay_secs: float = 120,
        continuous_eval_throttle_secs: float = 60,
        min_eval_frequency: int | None = None,
        delay_workers_by_global_step: bool = False,
        export_strategies: Any = None,
        train_steps_per_iteration: int | None = None,
        checkpoint_and_export: bool = False,
        saving_listeners: Any = None,
        check_interval_secs: float | None = 5,
    ) -> None:
        self._core = isinstance(estimator, door.load().Estimator)
        if self._core and eval_metrics is not None:
            raise ValueError(
                "`eval_metrics` must be `None` with `tf.estimator.Estimator`. "
                "Use `eval_metric_ops` in `tf.estimator.EstimatorSpec` instead."
            )
        if not self._core and not isinstance(estimator, BaseEstimator):
            raise ValueError(f"`estimator` must be a `tf.contrib.learn` or `tf.estimator` Estimator, got {estimator}")
        if not self._core and saving_listeners is not None:
            raise ValueError("`saving_listeners` must be `None` with `tf.contrib.learn.Estimator`.")
        if train_steps_per_iteration is not None and not isinstance(train_steps_per_iteration, int):
            raise ValueError("`train_steps_per_iteration` must be an integer.")
        self._estimator = estimator
        self._train_input_fn, self._eval_input_fn = train_input_fn, eval_input_fn
        self._eval_metrics = eval_metrics
        self._train_steps, self._eval_steps = train_steps, eval_steps
        self._train_monitors, self._eval_hooks = list(train_monitors or ()), list(eval_hooks or ())
        self._local_eval_frequency = local_eval_frequency
        self._min_eval_frequency = 1 if min_eval_frequency is None else min_eval_frequency
        self._eval_delay_secs = eval_delay_secs
        self._continuous_eval_throttle_secs = continuous_eval_throttle_secs
        self._delay_workers_by_global_step = delay_workers_by_global_step
        self._train_steps_per_iteration = train_steps_per_iteration
        self._checkpoint_and_export = checkpoint_and_export
        self._saving_listeners = saving_listeners
        self._check_interval_secs = check_interval_secs
        self.reset_export_strategies(export_strategies)

    @property
    def estimator(self) -> Any:
        return self._estimator

    @property
    def eval_metrics(self) -> Any:
        return self._eval_metrics

    @property
    def train_steps(self) -> int | None:
        return self._train_steps

    @property
    def eval_steps(self) -> int | None:
        return self._eval_steps

    def extend_train_hooks(self, additional_hooks: Any) -> None:
        """More hooks or monitors for the training."""
        self._train_monitors.extend(additional_hooks)

    def reset_export_strategies(self, new_export_strategies: Any = None) -> Any:
        """Other exports from now on; answers those so far."""
        old = getattr(self, "_export_strategies", ())
        given = new_export_strategies or ()
        given = (given,) if isinstance(given, ExportStrategy) else tuple(given)
        for each in given:
            if not isinstance(each, ExportStrategy):
                raise ValueError(
                    "`export_strategies` must be an ExportStrategy, an iterable of ExportStrategy, or `None`, "
                    f"found {each}."
                )
        self._export_strategies = given
        return old

    def train(self, delay_secs: float | None = None) -> Any:
        """Trains up to the number of steps; workers wait five seconds for each worker before them."""
        config, hooks = self._estimator.config, []
        if config.cluster_spec and config.master:
            if not isinstance(config, RunConfig):
                raise ValueError(
                    "For distributed runtime, Experiment class only works with tf.contrib.learn.RunConfig for now, "
                    f"but provided {type(config)}"
                )
            if config.environment not in (Environment.LOCAL, Environment.GOOGLE):
                self._start_server()
        task = config.task_id or 0
        if delay_secs is None and self._delay_workers_by_global_step:
            hooks = [v1.train.GlobalStepWaiterHook(int(8000 * math.log(task + 1)))]
        elif delay_secs is None:
            delay_secs = min(60, task * 5)
        _wait(delay_secs, "training")
        return self._fit(self._train_monitors + hooks, max_steps=self._train_steps)

    def evaluate(self, delay_secs: float | None = None, name: str | None = None) -> Any:
        """Evaluates once, after a while."""
        _wait(self._eval_delay_secs if delay_secs is None else delay_secs, "eval")
        return self._evaluate(name or "one_pass")

    def local_run(self) -> Any:
        """`train_and_evaluate` with the local frequency of evaluations."""
        before, self._min_eval_frequency = self._min_eval_frequency, self._local_eval_frequency or 0
        try:
            return self.train_and_evaluate()
        finally:
            self._min_eval_frequency = before

    def train_and_evaluate(self) -> tuple[Any, list[Any]]:
        """Trains with evaluations in between; answers the last metrics and what was exported."""
        config, before = self._estimator.config, self._train_monitors
        seconds, steps = config.save_checkpoints_secs, config.save_checkpoints_steps
        listener = _EvaluateAndExport(self) if self._checkpoint_and_export and (seconds or steps) else None
        if listener is not None:
            hook = v1.train.CheckpointSaverHook
            folder = self._estimator.model_dir
            more: list[Any] = [hook(folder, save_secs=seconds, save_steps=steps, listeners=[listener])]
        elif self._min_eval_frequency:
            more = [self._validation()]
        else:
            more = []
        self._train_monitors = [*before, *more]
        try:
            self.train(delay_secs=0)
        finally:
            self._train_monitors = before
        if listener is not None:
            return listener.eval_result, listener.export_results
        metrics = self._evaluate(None)
        return metrics, self._export(metrics)

    def continuous_eval(
        self,
        delay_secs: float | None = None,
        throttle_delay_secs: float | None = None,
        evaluate_checkpoint_only_once: bool = True,
        continuous_eval_predicate_fn: Any = None,
        name: str = "continuous",
    ) -> None:
        """Evaluates and exports each new checkpoint until the steps are done or the predicate says no."""
        self._watch(
            self._eval_input_fn,
            name,
            delay_secs,
            throttle_delay_secs,
            evaluate_checkpoint_only_once,
            continuous_eval_predicate_fn,
            export=True,
        )

    def continuous_eval_on_train_data(
        self,
        delay_secs: float | None = None,
        throttle_delay_secs: float | None = None,
        continuous_eval_predicate_fn: Any = None,
        name: str = "continuous_on_train_data",
    ) -> None:
        """The same on the training data, without exports."""
        predicate = continuous_eval_predicate_fn
        self._watch(self._train_input_fn, name, delay_secs, throttle_delay_secs, True, predicate, export=False)

    def continuous_train_and_eval(self, continuous_eval_predicate_fn: Any = None) -> tuple[Any, Any]:
        """Trains and evaluates in turn until the steps are done or the predicate says no."""
        goes_on = _predicate(continuous_eval_predicate_fn)
        metrics = exports = latest = None
        tenth = int(self._train_steps / 10) if self._train_steps is not None else 1000
        steps = tenth if self._train_steps_per_iteration is None else self._train_steps_per_iteration
        while goes_on(metrics, latest) and not self._is_done(metrics):
            self._fit(self._train_monitors, steps=steps)
            latest = v1.train.latest_checkpoint(self._estimator.model_dir)
            metrics = self._evaluate("one_pass", latest)
            exports = self._export(metrics)
        return metrics, exports

    def run_std_server(self) -> None:
        """Serves the cluster for ever."""
        self._start_server().join()

    def test(self) -> Any:
        """One step of training, evaluation and export."""
        self._fit(self._train_monitors, steps=1)
        metrics = self._evaluate("one_pass", steps=1)
        self._export(metrics)
        return metrics

    def _watch(
        self,
        input_fn: Any,
        name: str,
        delay: float | None,
        throttle: float | None,
        once: bool,
        predicate: Any,
        export: bool,
    ) -> None:
        goes_on = _predicate(predicate)
        _wait(self._eval_delay_secs if delay is None else delay, "eval")
        throttle = self._continuous_eval_throttle_secs if throttle is None else throttle
        before: Any = None
        metrics: Any = None
        while goes_on(metrics, before) and not self._is_done(metrics):
            start = time.time()
            latest = v1.train.latest_checkpoint(self._estimator.model_dir)
            if not latest or (once and latest == before):
                metrics = {}
            else:
                metrics = self._evaluate(name, latest, input_fn=input_fn) or {}
                if export:
                    self._export(metrics, latest)
                before = latest
            time.sleep(max(0.0, throttle - (time.time() - start)))

    def _is_done(self, metrics: Any) -> bool:
        step = (metrics or {}).get(v1.GraphKeys.GLOBAL_STEP)
        return bool(step and self._train_steps and step >= self._train_steps)

    def _validation(self) -> ValidationMonitor:
        return ValidationMonitor(
            input_fn=self._eval_input_fn,
            eval_steps=self._eval_steps,
            metrics=self._eval_metrics,
            every_n_steps=self._min_eval_frequency,
            check_interval_secs=self._check_interval_secs,
            hooks=self._eval_hooks,
        )

    def _fit(self, hooks: list[Any], **steps: Any) -> Any:
        hooks = replace_monitors_with_hooks(hooks, self._estimator)
        if not self._core:
            return self._estimator.fit(input_fn=self._train_input_fn, monitors=hooks, **steps)
        listeners = self._saving_listeners
        return self._estimator.train(input_fn=self._train_input_fn, hooks=hooks, saving_listeners=listeners, **steps)

    def _evaluate(
        self, name: str | None, checkpoint: str | None = None, steps: int | None = None, input_fn: Any = None
    ) -> Any:
        options: dict[str, Any] = {} if self._core else {"metrics": self._eval_metrics}
        return self._estimator.evaluate(
            input_fn=input_fn or self._eval_input_fn,
            steps=steps or self._eval_steps,
            name=name,
            checkpoint_path=checkpoint,
            hooks=self._eval_hooks,
            **options,
        )

    def _export(self, metrics: Any, checkpoint: str | None = None) -> list[Any]:
        base = os.path.join(self._estimator.model_dir, "export")
        return [
            each.export(self._estimator, os.path.join(base, each.name), checkpoint_path=checkpoint, eval_result=metrics)
            for each in self._export_strategies
        ]

    def _start_server(self) -> Any:
        config = self._estimator.config
        if not config.cluster_spec or not config.task_type or not config.master or config.task_id is None:
            raise ValueError(
                "Could not start server; be sure to specify cluster_spec, task_type, master, and task in RunConfig "
                "or set the TF_CONFIG environment variable."
            )
        return v1.train.Server(
            config.cluster_spec, job_name=config.task_type, task_index=config.task_id, config=config.tf_config
        )


class _EvaluateAndExport(v1.train.CheckpointSaverListener):
    """Evaluates and exports each checkpoint as it is saved."""

    def __init__(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self._latest: str | None = None
        self.eval_result: Any = None
        self.export_results: Any = None

    def after_save(self, session: Any, global_step_value: int) -> None:
        latest = v1.train.latest_checkpoint(self._experiment.estimator.model_dir)
        if not latest or latest == self._latest:
            v1.logging.warning("Skipping evaluation due to same latest checkpoint %s.", latest)
            return
        self._latest = latest
        self.eval_result = self._experiment._evaluate("intermediate_export", latest)
        self.export_results = self._experiment._export(self.eval_result, latest)


def _wait(seconds: float | None, what: str) -> None:
    if seconds:
        v1.logging.info("Waiting %d secs before starting %s.", seconds, what)
        time.sleep(seconds)


def _predicate(function: Any) -> Callable[[Any, Any], bool]:
    """`function(eval_results[, checkpoint_path])` by both, always True if there is none."""
    if function is None:
        return lambda metrics, checkpoint: True
    if not callable(function):
        raise ValueError("`continuous_eval_predicate_fn` must be a callable, or None.")
    if "checkpoint_path" in inspect.signature(function).parameters:
        return lambda metrics, checkpoint: bool(function(metrics, checkpoint_path=checkpoint))
    return lambda metrics, checkpoint: bool(function(metrics))
