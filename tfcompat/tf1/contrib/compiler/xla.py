"""`tf.contrib.compiler.xla` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.compiler.xla.xla": "check_function_argument_count",
    "tf.xla.experimental": "compile",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
