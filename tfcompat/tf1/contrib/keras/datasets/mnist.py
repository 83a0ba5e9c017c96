"""`tf.contrib.keras.datasets.mnist` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.datasets.mnist": "load_data",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
