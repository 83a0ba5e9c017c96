"""`tf.contrib.tpu` of 1.15: `TPUEstimator` trains as a plain estimator where there is no TPU."""

from tfcompat.tf1 import lazy

HOMES = {
    ".async_checkpoint": "AsyncCheckpointSaverHook",
    "tensorflow_estimator._api.v1.estimator.tpu": (
        "InputPipelineConfig RunConfig TPUConfig TPUEstimator TPUEstimatorSpec"
    ),
    "tensorflow_estimator.python.estimator.tpu.tpu_estimator": "export_estimator_savedmodel",
    "tf.tpu": (
        "CrossShardOptimizer batch_parallel bfloat16_scope core cross_replica_sum initialize_system "
        "outside_compilation replicate rewrite shard shutdown_system"
    ),
    "tfcompat.backend.internals_tpu": (
        "DeviceAssignment InfeedQueue Topology device_assignment infeed_dequeue infeed_dequeue_tuple infeed_enqueue "
        "infeed_enqueue_tuple outfeed_dequeue outfeed_dequeue_tuple outfeed_enqueue outfeed_enqueue_tuple repeat "
        "while_loop"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
