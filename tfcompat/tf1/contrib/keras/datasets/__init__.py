"""`tf.contrib.keras.datasets` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    ".": "cifar10 imdb mnist",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
