"""`tf.contrib.keras.preprocessing` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    ".": "image",
    "tf_keras.api._v1.keras.preprocessing": "sequence text",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
