"""`tf.contrib.compiler.jit` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.compiler.xla.jit": "experimental_jit_scope",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
