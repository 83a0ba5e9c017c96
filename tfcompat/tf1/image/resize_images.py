"""`tf.image.resize_images(images, size, …)`; before TensorFlow 0.12 height and width were two arguments."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.top.forms import is_scalar_integer


def resize_images(
    images: Any,
    size: Any = None,
    method: Any = 0,
    align_corners: Any = False,
    preserve_aspect_ratio: Any = False,
    name: str | None = None,
    new_height: Any = None,
    new_width: Any = None,
) -> Any:
    """As in 1.15; a size that is one number is the height of 0.x, and what follows it the width."""
    if new_height is not None:
        size = [new_height, new_width]
    elif is_scalar_integer(size) and new_width is not None:
        size = [size, new_width]
    elif is_scalar_integer(size):
        # (images, new_height, new_width, method, align_corners): each later argument is one place further on.
        size = [size, method]
        method, align_corners = int(align_corners), bool(preserve_aspect_ratio)
        preserve_aspect_ratio = False
    return v1.image.resize_images(
        images,
        size,
        method=method,
        align_corners=align_corners,
        preserve_aspect_ratio=preserve_aspect_ratio,
        name=name,
    )
