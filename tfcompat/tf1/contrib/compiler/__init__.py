"""`tf.contrib.compiler` of 1.15: compilation by XLA."""

from tfcompat.tf1 import lazy

HOMES = {
    "__future__": "absolute_import division print_function",
    ".": "jit xla",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
