"""The strategies of `tf.contrib.distribute`: those of `tf.distribute`, told how many GPUs to take."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distribute import TPUStrategyV1
from tfcompat.backend.v1api import v1


def _devices(gpus: int | None) -> list[str] | None:
    """The devices for a number of GPUs: the CPU for none of them, all that there are if it is not said."""
    if gpus is None:
        return None
    return [f"/gpu:{each}" for each in range(gpus)] or ["/cpu:0"]


class MirroredStrategy(v1.distribute.MirroredStrategy):
    """Variables on every device, gradients added up.

    Raises:
      ValueError: two arguments say the same thing.
    """

    def __init__(
        self,
        devices: Any = None,
        num_gpus: int | None = None,
        num_gpus_per_worker: int | None = None,
        cross_device_ops: Any = None,
        auto_shard_dataset: bool = False,
        cross_tower_ops: Any = None,
    ) -> None:
        if num_gpus is not None and num_gpus_per_worker is not None:
            raise ValueError("You cannot specify both `num_gpus` and `num_gpus_per_worker`.")
        gpus = num_gpus_per_worker if num_gpus is None else num_gpus
        if devices is not None and gpus is not None:
            raise ValueError("Must only specify one of `devices` and `num_gpus_per_worker`.")
        super().__init__(_devices(gpus) if devices is None else devices, cross_device_ops or cross_tower_ops)


class OneDeviceStrategy(v1.distribute.OneDeviceStrategy):
    """Everything on one device."""


class CollectiveAllReduceStrategy(v1.distribute.experimental.MultiWorkerMirroredStrategy):
    """Variables on every worker, gradients added up by collective operations."""

    def __init__(self, num_gpus_per_worker: int = 0) -> None:
        super().__init__(cluster_resolver=_resolver(num_gpus_per_worker))


class ParameterServerStrategy(v1.distribute.experimental.ParameterServerStrategy):
    """Variables on parameter servers, or on this machine."""

    def __init__(self, num_gpus_per_worker: int = 0) -> None:
        super().__init__(cluster_resolver=_resolver(num_gpus_per_worker))


class TPUStrategy(TPUStrategyV1):
    """One replica for each core of a TPU."""


def _resolver(gpus: int) -> Any:
    resolvers = v1.distribute.cluster_resolver
    found = resolvers.TFConfigClusterResolver()
    return resolvers.SimpleClusterResolver(
        cluster_spec=found.cluster_spec(),
        task_type=found.task_type,
        task_id=found.task_id,
        num_accelerators={"GPU": gpus},
        rpc_layer=found.rpc_layer or "grpc",
    )
