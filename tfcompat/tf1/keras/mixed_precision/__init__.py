"""`tf.keras.mixed_precision`: the module `experimental` of 1.15."""

from tfcompat.tf1.keras.mixed_precision import experimental

__all__ = ["experimental"]
