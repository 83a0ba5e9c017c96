"""`tf.contrib.keras.optimizers` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.optimizers": (
        "Adadelta Adagrad Adam Adamax Nadam Optimizer RMSprop SGD deserialize get serialize"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
