"""Hue, saturation and value changed in the YIQ colour space."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.one_op import one_op
from tfcompat.backend.v1api import v1

_TO_YIQ = np.float32([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]])
_TO_RGB = np.float32([[1, 0.95617069, 0.62143257], [1, -0.2726886, -0.64681324], [1, -1.103744, 1.70062309]])


def random_hsv_in_yiq(
    image: Any,
    max_delta_hue: Any = 0,
    lower_saturation: Any = 1,
    upper_saturation: Any = 1,
    lower_value: Any = 1,
    upper_value: Any = 1,
    seed: Any = None,
) -> Any:
    """`tf.contrib.image.random_hsv_in_yiq` of 1.15; what leaves no choice is not drawn.

    Raises:
      ValueError: a bound is negative, or a lower one not below its upper one.
    """
    if max_delta_hue < 0:
        raise ValueError("max_delta must be non-negative.")
    for name, lower in (("saturation", lower_saturation), ("value", lower_value)):
        if lower < 0:
            raise ValueError(f"lower_{name} must be non-negative.")
    for name, lower, upper in (
        ("saturation", lower_saturation, upper_saturation),
        ("value", lower_value, upper_value),
    ):
        if lower > upper:
            raise ValueError(f"lower_{name} must be < upper_{name}.")
    hue = 0 if max_delta_hue == 0 else v1.random_uniform([], -max_delta_hue, max_delta_hue, seed=seed)
    return adjust_hsv_in_yiq(
        image, hue, _between(lower_saturation, upper_saturation, seed), _between(lower_value, upper_value, seed)
    )


def _between(lower: Any, upper: Any, seed: Any) -> Any:
    return lower if lower == upper else v1.random_uniform([], lower, upper, seed=seed)


def adjust_hsv_in_yiq(
    image: Any, delta_hue: Any = 0, scale_saturation: Any = 1, scale_value: Any = 1, name: str | None = None
) -> Any:
    """`tf.contrib.image.adjust_hsv_in_yiq` of 1.15: RGB `[…, 3]` of any image dtype, the hue turned by radians."""
    with v1.name_scope(name, "adjust_hsv_in_yiq", [image]):
        image = v1.convert_to_tensor(image, name="image")
        if image.shape.ndims is not None and (
            image.shape.ndims < 3 or v1.dimension_value(image.shape[-1]) not in (3, None)
        ):
            raise ValueError(f"Shape must be at least rank 3 with 3 channels last, received {image.shape}")
        rgb = v1.image.convert_image_dtype(image, v1.float32)
        hue, saturation, value = (
            v1.convert_to_tensor(each, v1.float32) for each in (delta_hue, scale_saturation, scale_value)
        )
        changed = _adjusted(rgb, hue, saturation, value)
        changed.set_shape(rgb.shape)
        return v1.image.convert_image_dtype(changed, image.dtype)


@one_op
def _adjusted(rgb: Any, hue: Any, saturation: Any, value: Any) -> Any:
    c, s = value * saturation * v1.cos(hue), value * saturation * v1.sin(hue)
    zero = v1.zeros([])
    turn = v1.stack([v1.stack([value, zero, zero]), v1.stack([zero, c, -s]), v1.stack([zero, s, c])])
    matrix = v1.matmul(v1.matmul(_TO_RGB, turn), _TO_YIQ)
    pixels = v1.matmul(v1.reshape(rgb, [-1, 3]), matrix, transpose_b=True)
    return v1.reshape(pixels, v1.shape(rgb))
