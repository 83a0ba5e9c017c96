"""`tf.contrib.input_pipeline` of 1.15: the next element of a list of strings."""

from tfcompat.tf1 import lazy

HOMES = {".input_pipeline_ops": "obtain_next"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
