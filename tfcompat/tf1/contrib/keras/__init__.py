"""`tf.contrib.keras` of 1.15: Keras as it first came into TensorFlow."""

from tfcompat.tf1 import lazy

HOMES = {
    ".": (
        "activations applications backend callbacks constraints datasets initializers layers losses metrics models "
        "optimizers preprocessing regularizers utils"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
