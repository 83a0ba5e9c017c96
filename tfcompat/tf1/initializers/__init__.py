"""`tf.initializers`, and the same classes at the top of `tf`, where 1.15 answers otherwise than today's compat.v1."""

from tfcompat.tf1.initializers.filled import ones_initializer, zeros_initializer
from tfcompat.tf1.initializers.random_uniform import random_uniform_initializer

zeros = zeros_initializer
ones = ones_initializer
random_uniform = random_uniform_initializer

__all__ = ["ones", "random_uniform", "zeros"]
