"""`tf.contrib.keras.activations` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.activations": (
        "deserialize elu get hard_sigmoid linear relu selu serialize sigmoid softmax softplus softsign tanh"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
