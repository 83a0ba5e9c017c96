"""`tf.contrib.stateless` of 1.15: random numbers that depend on nothing but their seed."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.random": "stateless_multinomial stateless_truncated_normal",
    "tensorflow.python.ops.stateless_random_ops": "stateless_random_normal stateless_random_uniform",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
