"""`tf.keras.preprocessing.image` where Keras changed how images are transformed."""

from tfcompat.tf1.keras.preprocessing.image import zca_whitening  # noqa: F401 (declares a replacement)
from tfcompat.tf1.keras.preprocessing.image.affine import apply_affine_transform
from tfcompat.tf1.keras.preprocessing.image.brightness import apply_brightness_shift

__all__ = ["apply_affine_transform", "apply_brightness_shift"]
