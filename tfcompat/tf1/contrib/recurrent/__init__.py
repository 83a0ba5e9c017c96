"""`tf.contrib.recurrent` of 1.15: recurrences as functions of their parameters."""

from tfcompat.tf1 import lazy

HOMES = {
    ".functional": "bidirectional_functional_rnn functional_rnn",
    ".loop": "Recurrent",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
