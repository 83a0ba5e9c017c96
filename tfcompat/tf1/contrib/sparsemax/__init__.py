"""`tf.contrib.sparsemax` of 1.15: a softmax that gives zeros, and its loss."""

from tfcompat.tf1 import lazy

HOMES = {".projection": "sparsemax", ".loss": "sparsemax_loss"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
