"""`dense_image_warp`: each pixel taken from where a flow says, interpolated. B images of H x W with C channels."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals import check_ops
from tfcompat.backend.v1api import v1


def dense_image_warp(image: Any, flow: Any, name: str = "dense_image_warp") -> Any:
    """`tf.contrib.image.dense_image_warp` of 1.15: pixel (y, x) comes from (y, x) - flow; `flow` is `[B, H, W, 2]`."""
    with v1.name_scope(name):
        batch, height, width, channels = (v1.shape(image)[axis] for axis in range(4))
        x, y = v1.meshgrid(v1.range(width), v1.range(height))
        grid = v1.expand_dims(v1.cast(v1.stack([y, x], axis=2), flow.dtype), axis=0)
        places = v1.reshape(grid - flow, [batch, height * width, 2])
        return v1.reshape(_interpolate_bilinear(image, places), [batch, height, width, channels])


def _interpolate_bilinear(
    grid: Any, query_points: Any, name: str = "interpolate_bilinear", indexing: str = "ij"
) -> Any:
    """`[B, n, C]`, the values of `grid` `[B, H, W, C]` at points `[B, n, 2]`, the nearest ones if these lie outside.

    Raises:
      ValueError: shapes or `indexing` (`ij` or `xy`) do not fit.
    """
    if indexing not in ("ij", "xy"):
        raise ValueError("Indexing mode must be 'ij' or 'xy'")
    with v1.name_scope(name):
        grid, points = v1.convert_to_tensor(grid), v1.convert_to_tensor(query_points)
        if len(grid.get_shape().as_list()) != 4:
            raise ValueError(f"Grid must be 4 dimensional. Received size: {grid.get_shape()}")
        batch, height, width, channels = (v1.shape(grid)[axis] for axis in range(4))
        with v1.control_dependencies(_checks(points, height, width)):
            count = v1.shape(points)[1]
            coordinates = v1.unstack(points, axis=2)
        floors, ceils, parts = [], [], []
        for axis in (0, 1) if indexing == "ij" else (1, 0):
            with v1.name_scope(f"dim-{axis}"):
                floor, part = _floor(coordinates[axis], (height, width)[axis], grid.dtype)
                floors.append(floor)
                ceils.append(floor + 1)
                parts.append(part)
        small = check_ops.assert_less_equal(
            v1.cast(batch * height * width, dtype=v1.float32),
            np.float32(np.iinfo(np.int32).max / 8),
            message="The image size or batch size is sufficiently large that the linearized addresses used by "
            "array_ops.gather may exceed the int32 limit.",
        )
        with v1.control_dependencies([small]):
            pixels = v1.reshape(grid, [batch * height * width, channels])
            starts = v1.reshape(v1.range(batch) * height * width, [batch, 1])

        def gather(y: Any, x: Any, what: str) -> Any:
            with v1.name_scope(f"gather-{what}"):
                return v1.reshape(v1.gather(pixels, starts + y * width + x), [batch, count, channels])

        top_left = gather(floors[0], floors[1], "top_left")
        top_right = gather(floors[0], ceils[1], "top_right")
        bottom_left = gather(ceils[0], floors[1], "bottom_left")
        bottom_right = gather(ceils[0], ceils[1], "bottom_right")
        with v1.name_scope("interpolate"):
            top = parts[1] * (top_right - top_left) + top_left
            bottom = parts[1] * (bottom_right - bottom_left) + bottom_left
            return parts[0] * (bottom - top) + top


def _checks(points: Any, height: Any, width: Any) -> list[Any]:
    return [
        check_ops.assert_equal(len(points.get_shape()), 3, message="Query points must be 3 dimensional."),
        check_ops.assert_equal(v1.shape(points)[2], 2, message="Query points must be size 2 in dim 2."),
        check_ops.assert_greater_equal(height, 2, message="Grid height must be at least 2."),
        check_ops.assert_greater_equal(width, 2, message="Grid width must be at least 2."),
    ]


def _floor(places: Any, size: Any, dtype: Any) -> tuple[Any, Any]:
    """The pixel before each place, int32 `[B, n]`, and how far the place is from it, 0 to 1, `[B, n, 1]`."""
    last = v1.cast(size - 2, places.dtype)
    floor = v1.minimum(v1.maximum(v1.constant(0.0, dtype=places.dtype), v1.floor(places)), last)
    part = v1.cast(places - floor, dtype)
    part = v1.minimum(v1.maximum(v1.constant(0.0, dtype=dtype), part), v1.constant(1.0, dtype=dtype))
    return v1.cast(floor, v1.int32), v1.expand_dims(part, 2)
