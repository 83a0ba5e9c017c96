"""`tf.contrib.learn.RunConfig`: how an estimator of contrib.learn runs, and where in a cluster."""

from __future__ import annotations

import json
import os
from typing import Any

from tfcompat.backend import estimator
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.keys import Environment, TaskType

# What a user may change without its being another run (see `RunConfig.uid`).
_FREE = (
    "tf_random_seed save_summary_steps save_checkpoints_steps save_checkpoints_secs session_config "
    "keep_checkpoint_max keep_checkpoint_every_n_hours log_step_count_steps"
).split()
_CoreRunConfig: Any = estimator.load().RunConfig


class ClusterConfig:
    """What the environment variable TF_CONFIG says: the cluster, and this process' task in it.

    Raises:
      ValueError: the cluster has no such task.
    """

    def __init__(self, master: str | None = None, evaluation_master: str | None = None) -> None:
        config = json.loads(os.environ.get("TF_CONFIG") or "{}")
        self._task_type = config.get("task", {}).get("type")
        self._task_id = self.get_task_id()
        self._cluster_spec = v1.train.ClusterSpec(config.get("cluster", {}))
        jobs = self._cluster_spec.as_dict()
        self._master = _master(jobs, self._task_type, self._task_id) if master is None else master
        self._num_ps_replicas = len(jobs.get("ps", ()))
        self._num_worker_replicas = len(jobs.get("worker", ())) + len(jobs.get("master", ()))
        self._environment = config.get("environment", Environment.LOCAL)
        chief = TaskType.MASTER if self._environment == Environment.CLOUD else TaskType.WORKER
        self._is_chief = self._task_id == 0 and self._task_type in (None, chief)
        self._evaluation_master = evaluation_master or ""

    @property
    def cluster_spec(self) -> Any:
        return self._cluster_spec

    @property
    def environment(self) -> str:
        return self._environment

    @property
    def evaluation_master(self) -> str:
        return self._evaluation_master

    @property
    def is_chief(self) -> bool:
        return self._is_chief

    @property
    def master(self) -> str:
        return self._master

    @property
    def num_ps_replicas(self) -> int:
        return self._num_ps_replicas

    @property
    def num_worker_replicas(self) -> int:
        return self._num_worker_replicas

    @property
    def task_id(self) -> int:
        return self._task_id

    @property
    def task_type(self) -> str | None:
        return self._task_type

    @staticmethod
    def get_task_id() -> int:
        """The number of this process' task, 0 if TF_CONFIG does not say."""
        return int(json.loads(os.environ.get("TF_CONFIG") or "{}").get("task", {}).get("index") or 0)


class RunConfig(ClusterConfig, _CoreRunConfig):
    """A `tf.estimator.RunConfig` with the arguments and defaults of contrib.learn's."""

    _USE_DEFAULT = 0

    def __init__(
        self,
        master: str | None = None,
        num_cores: int = 0,
        log_device_placement: bool = False,
        gpu_memory_fraction: float = 1,
        tf_random_seed: int | None = None,
        save_summary_steps: int | None = 100,
        save_checkpoints_secs: int | None = _USE_DEFAULT,
        save_checkpoints_steps: int | None = None,
        keep_checkpoint_max: int | None = 5,
        keep_checkpoint_every_n_hours: float = 10000,
        log_step_count_steps: int | None = 100,
        protocol: str | None = None,
        evaluation_master: str = "",
        model_dir: str | None = None,
        session_config: Any = None,
        session_creation_timeout_secs: int = 7200,
    ) -> None:
        ClusterConfig.__init__(self, master=master, evaluation_master=evaluation_master)
        if save_checkpoints_secs == RunConfig._USE_DEFAULT:
            save_checkpoints_secs = 600 if save_checkpoints_steps is None else None
        self._tf_config = v1.ConfigProto(
            log_device_placement=log_device_placement,
            inter_op_parallelism_threads=num_cores,
            intra_op_parallelism_threads=num_cores,
            gpu_options=v1.GPUOptions(per_process_gpu_memory_fraction=gpu_memory_fraction),
        )
        for name, value in {
            "train_distribute": None,
            "eval_distribute": None,
            "experimental_max_worker_delay_secs": None,
            "device_fn": None,
            "tf_random_seed": tf_random_seed,
            "save_summary_steps": save_summary_steps,
            "save_checkpoints_secs": save_checkpoints_secs,
            "save_checkpoints_steps": save_checkpoints_steps,
            "keep_checkpoint_max": keep_checkpoint_max,
            "keep_checkpoint_every_n_hours": keep_checkpoint_every_n_hours,
            "log_step_count_steps": log_step_count_steps,
            "protocol": protocol,
            "model_dir": _model_dir(model_dir),
            "session_config": session_config,
            "session_creation_timeout_secs": session_creation_timeout_secs,
            "checkpoint_save_graph_def": True,
            "experimental_distribute": None,
        }.items():
            setattr(self, f"_{name}", value)

    @property
    def tf_config(self) -> Any:
        """The session settings that `num_cores` and its neighbours make."""
        return self._tf_config

    def uid(self, whitelist: list[str] | None = None) -> str:
        """A text that two configurations share if they differ at most in the listed properties."""
        free = {f"_{name}" for name in (_FREE if whitelist is None else whitelist)}
        state = {name: value for name, value in vars(self).items() if name not in free and not name.startswith("__")}
        if "_cluster_spec" in state:
            state["_cluster_spec"] = sorted(state["_cluster_spec"].as_dict().items())
        return ", ".join(f"{name}={value!r}" for name, value in sorted(state.items()))


def _master(jobs: dict[str, list[str]], task_type: str | None, task_id: int) -> str:
    if not task_type or sum(map(len, jobs.values())) <= 1:
        return ""
    hint = "Note that these values may be coming from the TF_CONFIG environment variable."
    if task_type not in jobs:
        raise ValueError(f"{task_type} is not a valid task_type in the cluster_spec:\n{jobs}\n\n{hint}")
    if not 0 <= task_id < len(jobs[task_type]):
        raise ValueError(
            f"{task_id} is not a valid task_id for task_type {task_type} in the cluster_spec:\n{jobs}\n\n{hint}"
        )
    return f"grpc://{jobs[task_type][task_id]}"


def _model_dir(given: str | None) -> str | None:
    """The folder of the argument or of TF_CONFIG, which must not contradict each other."""
    found: str | None = json.loads(os.environ.get("TF_CONFIG") or "{}").get("model_dir")
    if given and found and given != found:
        raise ValueError(f"model_dir is given twice: {given} in the constructor, {found} in TF_CONFIG")
    return given or found
