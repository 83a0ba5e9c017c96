"""Stands for `tensorflow.python.distribute.estimator_training`: strategies of a `RunConfig`, on this machine.

What it leaves out is the coordinator that started a strategy's workers on other machines.
"""

from __future__ import annotations

from typing import Any

import tensorflow

_ONE_MACHINE = (
    "a distribution strategy runs on the devices of this machine only, but {given} names a cluster; take the cluster "
    "away, or the strategy: without one, TF_CONFIG's workers and parameter servers train as they did in TensorFlow 1"
)


def init_run_config(config: Any, tf_config: dict[str, Any]) -> None:
    """Settles `config`'s strategies, for `RunConfig` with `train_distribute` or its kin.

    Raises:
      ValueError: a strategy is given twice.
      NotImplementedError: the strategy is to run on several machines.
    """
    experimental = config._experimental_distribute
    for name in ("train_distribute", "eval_distribute"):
        wished = getattr(experimental, name, None)
        if wished is not None:
            if getattr(config, f"_{name}") is not None:
                raise ValueError(f"Either `{name}` or `experimental_distribute.{name}` can be set.")
            setattr(config, f"_{name}", wished)
    config._distribute_coordinator_mode = None
    cluster = tf_config.get("cluster", {})
    if config._train_distribute is not None:
        if getattr(experimental, "remote_cluster", None):
            raise NotImplementedError(_ONE_MACHINE.format(given="experimental_distribute.remote_cluster"))
        if cluster and "master" not in cluster:
            raise NotImplementedError(_ONE_MACHINE.format(given="TF_CONFIG"))
    config._init_distributed_setting_from_environment_var(tf_config)
    config._maybe_overwrite_session_config_for_distributed_training()
    tensorflow.compat.v1.logging.info("Not using Distribute Coordinator.")


def should_run_distribute_coordinator(config: Any) -> bool:
    """Never: see above."""
    tensorflow.compat.v1.logging.info("Not using Distribute Coordinator.")
    return False
