"""`tf.contrib.learn.monitors` of 1.15: what looks on while an estimator trains."""

from tfcompat.tf1 import lazy

HOMES = {
    ".base": "BaseMonitor EveryN",
    ".adapter": "RunHookAdapterForMonitors replace_monitors_with_hooks",
    ".graph_dump": "GraphDump",
    ".printing": "CaptureVariable LoggingTrainable PrintTensor get_default_monitors",
    ".saving": "CheckpointSaver ExportMonitor StepCounter SummarySaver",
    ".stopping": "NanLoss NanLossDuringTrainingError StopAtStep",
    ".validation": "ValidationMonitor",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
