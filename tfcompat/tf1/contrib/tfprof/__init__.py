"""`tf.contrib.tfprof` of 1.15: the profiler, which is `tf.profiler` since."""

from tfcompat.tf1 import lazy

HOMES = {".": "model_analyzer tfprof_logger"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
