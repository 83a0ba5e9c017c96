"""`tf.contrib.periodic_resample` of 1.15: one dimension spread over the others."""

from tfcompat.tf1 import lazy

HOMES = {".resample": "periodic_resample"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
