"""`tf.contrib.batching` of 1.15: calls of one function gathered into batches."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf": "batch_function=nondifferentiable_batch_function",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
