"""What `keras.preprocessing.image` had until 2.2 for generators of the user's own. Source: that module of 1.2.2."""

from __future__ import annotations

import os
import re
from typing import Any

import numpy as np

from tfcompat.backend import scipy_ndimage


def transform_matrix_offset_center(matrix: np.ndarray, x: Any, y: Any) -> np.ndarray:
    """The 3 by 3 matrix that does about the middle of an image of `x` by `y` what `matrix` does about its corner."""
    there, back = np.eye(3), np.eye(3)
    there[:2, 2] = float(x) / 2 + 0.5, float(y) / 2 + 0.5
    back[:2, 2] = -there[:2, 2]
    return there @ matrix @ back


def apply_transform(
    x: np.ndarray, transform_matrix: np.ndarray, channel_axis: int = 0, fill_mode: str = "nearest", cval: float = 0.0
) -> np.ndarray:
    """Each channel of an image through a 3 by 3 matrix; a pixel takes the value of the nearest one."""
    matrix, offset = transform_matrix[:2, :2], transform_matrix[:2, 2]
    channels = [
        scipy_ndimage.affine_transform(each, matrix, offset, order=0, mode=fill_mode, cval=cval)
        for each in np.moveaxis(x, channel_axis, 0)
    ]
    return np.moveaxis(np.stack(channels), 0, channel_axis)


def flip_axis(x: Any, axis: int) -> np.ndarray:
    """The array with one axis turned around."""
    return np.flip(np.asarray(x), axis)


def list_pictures(directory: str, ext: str = "jpg|jpeg|bmp|png") -> list[str]:
    """The pictures in a folder and below it."""
    files = ((root, each) for root, _, names in os.walk(directory) for each in names)
    return [os.path.join(root, each) for root, each in files if re.match(rf"([\w]+\.(?:{ext}))", each)]


__all__ = ["apply_transform", "flip_axis", "list_pictures", "transform_matrix_offset_center"]
