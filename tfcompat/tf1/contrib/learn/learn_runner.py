"""`tf.contrib.learn.learn_runner`: runs an `Experiment` by the schedule that the cluster asks for."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.keys import TaskType
from tfcompat.tf1.contrib.learn.estimators.run_config import RunConfig
from tfcompat.tf1.contrib.learn.experiment import Experiment
from tfcompat.tf1.contrib.training.hparam import HParams

__all__ = ["run", "tune"]

_SCHEDULES = {TaskType.MASTER: "train_and_evaluate", TaskType.PS: "run_std_server", TaskType.WORKER: "train"}


def run(
    experiment_fn: Any,
    output_dir: str | None = None,
    schedule: str | None = None,
    run_config: Any = None,
    hparams: Any = None,
) -> Any:
    """Makes an experiment by `experiment_fn(output_dir)` or `experiment_fn(run_config, hparams)` and runs it.

    Raises:
      ValueError: not exactly one of `output_dir` and `run_config` is given, or there is no such schedule.
      TypeError: the function makes no `Experiment`.
    """
    if output_dir is not None and run_config is not None:
        raise ValueError("Cannot provide both `output_dir` and `run_config`")
    if output_dir is None and run_config is None:
        raise ValueError("Must set value for `output_dir` or `run_config`")
    if not callable(experiment_fn):
        raise TypeError(f'Experiment builder "{experiment_fn}" is not callable.')
    if run_config is not None:
        experiment = _checked(experiment_fn, run_config, hparams)
    else:
        if not output_dir:
            raise ValueError("Must specify an output directory")
        if hparams is not None:
            raise ValueError("Must set `hparams` as None for `experiment_fn` with `output_dir`.")
        experiment = _made(experiment_fn(output_dir=output_dir))
    return _execute(experiment, schedule or _default_schedule(run_config or experiment.estimator.config))


def tune(experiment_fn: Any, tuner: Any) -> None:
    """Runs an experiment for each trial of a tuner."""

    def make(run_config: Any, hparams: Any) -> Experiment:
        if hparams is None:
            raise ValueError("`hparams` cannot be `None`.")
        return _checked(experiment_fn, run_config, hparams)

    while tuner.next_trial():
        tuner.run_experiment(make)


def _checked(experiment_fn: Any, run_config: Any, hparams: Any) -> Experiment:
    """The experiment, which must run under the configuration that its function was given."""
    if not isinstance(run_config, RunConfig):
        raise ValueError("`run_config` must be `tf.contrib.learn.RunConfig` instance")
    if not run_config.model_dir:
        raise ValueError("Must specify a model directory `model_dir` in `run_config`.")
    if hparams is not None and not isinstance(hparams, HParams):
        raise ValueError("`hparams` must be `HParams` instance")
    expected = run_config.uid()
    experiment = _made(experiment_fn(run_config, hparams))
    used = experiment.estimator.config
    if not hasattr(used, "uid") or used.uid() != expected:
        raise RuntimeError(
            "`RunConfig` instance is expected to be used by the `Estimator` inside the `Experiment`: pass the "
            f"`run_config` argument of the `experiment_fn` to the Estimator. expected {expected}, but got "
            f"{used.uid() if hasattr(used, 'uid') else used}"
        )
    return experiment


def _made(experiment: Any) -> Experiment:
    if not isinstance(experiment, Experiment):
        raise TypeError(f"Experiment builder did not return an Experiment instance, got {type(experiment)} instead.")
    return experiment


def _execute(experiment: Experiment, schedule: str) -> Any:
    task = getattr(experiment, schedule, None)
    if task is None or not callable(task):
        names = [name for name in dir(experiment) if not name.startswith("_") and callable(getattr(experiment, name))]
        v1.logging.error("Allowed values for this experiment are: %s", names)
        if task is None:
            raise ValueError(f"Schedule references non-existent task {schedule}")
        raise TypeError(f"Schedule references non-callable member {schedule}")
    return task()


def _default_schedule(config: Any) -> str:
    tasks = sum(map(len, config.cluster_spec.as_dict().values())) if config and config.cluster_spec else 0
    if tasks <= 1:
        return "train_and_evaluate"
    if not config.task_type:
        raise ValueError("Must specify a schedule")
    if config.task_type not in _SCHEDULES:
        raise ValueError(f"No default schedule for task type: {config.task_type}")
    return _SCHEDULES[config.task_type]
