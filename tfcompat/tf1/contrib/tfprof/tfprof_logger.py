"""`tf.contrib.tfprof.tfprof_logger`: what the profiler should know of operations, written to a file."""

from tfcompat.tf1 import lazy

HOMES = {"tensorflow.python.profiler.tfprof_logger": "write_op_log"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
