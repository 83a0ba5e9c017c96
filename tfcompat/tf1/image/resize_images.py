"""`tf.image.resize_images(images, size, …)`; before TensorFlow 0.12 height and width were two arguments."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.top.forms import is_scalar_integer


@functools.wraps(v1.image.resize_images)
def resize_images(*args: Any, **kwargs: Any) -> Any:
    """As in 1.15; a size that is one number is the height of 0.x, and what follows it the width."""
    if "new_height" in kwargs or "new_width" in kwargs or (len(args) > 1 and is_scalar_integer(args[1])):
        return _resize_images_0x(*args, **kwargs)
    return v1.image.resize_images(*args, **kwargs)


def _resize_images_0x(
    images: Any, new_height: Any, new_width: Any, method: Any = 0, align_corners: bool = False
) -> Any:
    return v1.image.resize_images(images, [new_height, new_width], method=method, align_corners=align_corners)
