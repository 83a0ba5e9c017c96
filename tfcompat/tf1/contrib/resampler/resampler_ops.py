"""`resampler`: bilinear values at points. 1.15 had a kernel; this is made of gathers, and so is its gradient."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.one_op import one_op
from tfcompat.backend.v1api import v1


def resampler(data: Any, warp: Any, name: str = "resampler") -> Any:
    """`tf.contrib.resampler.resampler` of 1.15: `[batch, …, channels]`.

    `data` is `[batch, height, width, channels]`, `warp` `[batch, …, 2]` with points (x, y) in pixels, both of one float
    dtype. Outside is 0: values fade to it over one pixel.

    Raises:
      ValueError: ranks or sizes do not fit.
    """
    with v1.name_scope(name, "resampler", [data, warp]):
        image = v1.convert_to_tensor(data, name="data")
        points = v1.convert_to_tensor(warp, name="warp")
        if image.shape.ndims not in (4, None):
            raise ValueError(f"data should be 4-dimensional, received {image.shape}")
        if points.shape.ndims is not None and (points.shape.ndims < 2 or points.shape.as_list()[-1] != 2):
            raise ValueError(f"warp should be at least a matrix, with 2 columns, received {points.shape}")
        result = _resampled(image, points)
        result.set_shape(points.shape[:-1].concatenate(image.shape[-1:]))
        return result


@one_op
def _resampled(image: Any, points: Any) -> Any:
    height, width, channels = (v1.shape(image)[axis] for axis in (1, 2, 3))
    flat = v1.reshape(points, [v1.shape(image)[0], -1, 2])
    x, y = flat[:, :, 0], flat[:, :, 1]
    left, top = v1.floor(x), v1.floor(y)
    dx, dy = left + 1 - x, top + 1 - y
    # Points more than a pixel away are 0, and have no gradient.
    zero, one = v1.zeros([], image.dtype), v1.ones([], image.dtype)
    inside = (x > -one) & (y > -one) & (x < v1.cast(width, x.dtype)) & (y < v1.cast(height, y.dtype))
    total: Any = zero
    for across, part_x in ((left, dx), (left + 1, one - dx)):
        for down, part_y in ((top, dy), (top + 1, one - dy)):
            total = total + _pixels(image, across, down, inside) * v1.expand_dims(part_x * part_y, 2)
    shape = v1.concat([v1.shape(points)[:-1], [channels]], 0)
    return v1.reshape(v1.where_v2(v1.expand_dims(inside, 2), total, v1.zeros_like(total)), shape)


def _pixels(image: Any, x: Any, y: Any, inside: Any) -> Any:
    """The pixels at whole-numbered points `[batch, n]`, 0 outside the image."""
    height, width = v1.shape(image)[1], v1.shape(image)[2]
    # Far points are not numbers of pixels at all: they are made so before they are rounded.
    column, row = (v1.cast(v1.where_v2(inside, each, v1.zeros_like(each)), v1.int32) for each in (x, y))
    there = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    batch = v1.range(v1.shape(image)[0])[:, None] + v1.zeros_like(column)
    place = v1.stack([batch, v1.clip_by_value(row, 0, height - 1), v1.clip_by_value(column, 0, width - 1)], 2)
    values = v1.gather_nd(image, place)
    return v1.where_v2(v1.expand_dims(there, 2), values, v1.zeros_like(values))
