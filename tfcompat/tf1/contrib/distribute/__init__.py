"""`tf.contrib.distribute` of 1.15: distribution strategies by their earlier names."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.distribute": (
        "CrossDeviceOps DistributionStrategy=Strategy ReplicaContext get_loss_reduction get_replica_context "
        "get_strategy has_strategy in_cross_replica_context"
    ),
    ".strategies": "CollectiveAllReduceStrategy MirroredStrategy OneDeviceStrategy ParameterServerStrategy TPUStrategy",
    "tfcompat.backend.internals_distribute": (
        "AllReduceCrossDeviceOps DistributeConfig MultiWorkerAllReduce=CollectiveAllReduce StandardInputStep "
        "StandardSingleLossStep Step UpdateContext get_cross_replica_context get_distribution_strategy=get_strategy "
        "has_distribution_strategy=has_strategy initialize_tpu_system require_replica_context "
        "run_standard_tensorflow_server"
    ),
    ".monitor": "Monitor",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
