"""`tf.keras.models` where the order of arguments changed."""

from tfcompat.tf1.keras.models.save_model import save_model

__all__ = ["save_model"]
