"""`tf.contrib.keras.regularizers` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.regularizers": "L1L2 Regularizer deserialize get l1 l1_l2 l2 serialize",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
