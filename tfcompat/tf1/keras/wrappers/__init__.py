"""`tf.keras.wrappers`: the module `scikit_learn`."""

from tfcompat.tf1.keras.wrappers import scikit_learn

__all__ = ["scikit_learn"]
