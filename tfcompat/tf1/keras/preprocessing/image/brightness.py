"""`apply_brightness_shift`: in 1.15 the values are always brought to 0…255 first, and stay there.

`ImageDataGenerator(brightness_range=…)` goes through it, so it is replaced inside Keras too, for TensorFlow 1 code.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.replace import replaces
from tfcompat.backend.v1api import keras


def apply_brightness_shift(x: Any, brightness: float) -> Any:
    """The image made brighter or darker by a factor."""
    image = keras().preprocessing.image
    try:
        from PIL import ImageEnhance
    except ImportError:
        raise ImportError("Using brightness shifts requires PIL. Install PIL or Pillow.") from None
    picture = image.array_to_img(x, data_format="channels_last")
    return image.img_to_array(ImageEnhance.Brightness(picture).enhance(brightness), data_format="channels_last")


@replaces("tf_keras.src.preprocessing.image.apply_brightness_shift")
def _inside_keras(original: Any, x: Any, brightness: float, scale: bool = True) -> Any:
    return apply_brightness_shift(x, brightness)
