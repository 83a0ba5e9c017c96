"""`apply_affine_transform`: since 1.15 Keras swapped the axes, moved the centre by a pixel and changed the defaults.

Rotations turned the other way, and `tx` shifted columns rather than rows. `ImageDataGenerator` and the `random_…`
functions go through it, so it is replaced inside Keras too, for TensorFlow 1 code.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend import scipy_ndimage
from tfcompat.backend.replace import replaces


def apply_affine_transform(
    x: Any,
    theta: float = 0,
    tx: float = 0,
    ty: float = 0,
    shear: float = 0,
    zx: float = 1,
    zy: float = 1,
    row_axis: int = 0,
    col_axis: int = 1,
    channel_axis: int = 2,
    fill_mode: str = "nearest",
    cval: float = 0.0,
    order: int = 1,
) -> Any:
    """Rotates by `theta` degrees, shifts, shears by degrees and zooms an image, in this order."""
    matrix = _matrix(theta, tx, ty, shear, zx, zy)
    if matrix is None:
        return x
    matrix = _about_centre(matrix, x.shape[row_axis], x.shape[col_axis])
    channels = [
        scipy_ndimage.affine_transform(channel, matrix[:2, :2], matrix[:2, 2], order=order, mode=fill_mode, cval=cval)
        for channel in np.rollaxis(x, channel_axis, 0)
    ]
    return np.rollaxis(np.stack(channels, axis=0), 0, channel_axis + 1)


@replaces("tf_keras.src.preprocessing.image.apply_affine_transform")
def _inside_keras(original: Any, x: Any, *args: Any, **kwargs: Any) -> Any:
    return apply_affine_transform(x, *args, **kwargs)


def _matrix(theta: float, tx: float, ty: float, shear: float, zx: float, zy: float) -> np.ndarray | None:
    """The product of the transforms that do something, or None."""
    parts = []
    if theta != 0:
        angle = np.deg2rad(theta)
        parts.append([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    if tx != 0 or ty != 0:
        parts.append([[1, 0, tx], [0, 1, ty], [0, 0, 1]])
    if shear != 0:
        angle = np.deg2rad(shear)
        parts.append([[1, -np.sin(angle), 0], [0, np.cos(angle), 0], [0, 0, 1]])
    if zx != 1 or zy != 1:
        parts.append([[zx, 0, 0], [0, zy, 0], [0, 0, 1]])
    matrix = None
    for part in parts:
        matrix = np.array(part) if matrix is None else np.dot(matrix, np.array(part))
    return matrix


def _about_centre(matrix: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """The transform about the centre of the image, which 1.15 takes at half the size plus one half."""
    x, y = float(rows) / 2 + 0.5, float(columns) / 2 + 0.5
    there = np.array([[1, 0, x], [0, 1, y], [0, 0, 1]])
    back = np.array([[1, 0, -x], [0, 1, -y], [0, 0, 1]])
    return np.dot(np.dot(there, matrix), back)
