"""`tf.contrib.keras.initializers` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.initializers": "RandomNormal RandomUniform TruncatedNormal deserialize get serialize",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
