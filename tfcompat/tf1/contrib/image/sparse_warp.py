"""`sparse_image_warp`: an image drawn so that some points come to lie on others. B images of H x W; n points."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.image.dense_warp import dense_image_warp
from tfcompat.tf1.contrib.image.splines import interpolate_spline


def sparse_image_warp(
    image: Any,
    source_control_point_locations: Any,
    dest_control_point_locations: Any,
    interpolation_order: int = 2,
    regularization_weight: float = 0.0,
    num_boundary_points: int = 0,
    name: str = "sparse_image_warp",
) -> tuple[Any, Any]:
    """`tf.contrib.image.sparse_image_warp` of 1.15: the warped image and its flow, `[B, H, W, 2]`.

    Points are `[B, n, 2]`, as (y, x). `num_boundary_points` hold each edge: 1 its corners, more so many between them.
    """
    image = v1.convert_to_tensor(image)
    source = v1.convert_to_tensor(source_control_point_locations)
    target = v1.convert_to_tensor(dest_control_point_locations)
    flows = target - source
    with v1.name_scope(name):
        batch, height, width, _ = image.get_shape().as_list()
        grid = _for_each(_grid(np.arange(height), np.arange(width)), batch, image.dtype)
        if num_boundary_points > 0:
            edge = _boundary(height, width, num_boundary_points - 1)
            still = _for_each(np.zeros_like(edge), batch, target.dtype)
            target = v1.concat([target, _for_each(edge, batch, target.dtype)], 1)
            flows = v1.concat([flows, still], 1)
        dense = interpolate_spline(target, flows, grid, interpolation_order, regularization_weight)
        dense = v1.reshape(dense, [batch, height, width, 2])
        return dense_image_warp(image, dense), dense


def _grid(ys: Any, xs: Any) -> np.ndarray:
    """All pairs (y, x), `[n, 2]`."""
    return np.stack(np.meshgrid(ys, xs, indexing="ij"), -1).reshape(-1, 2).astype(np.float64)


def _boundary(height: int, width: int, between: int) -> np.ndarray:
    """Points along the edges of an image, `[n, 2]`."""
    points = _grid(np.linspace(0, height - 1, between + 2), np.linspace(0, width - 1, between + 2))
    y, x = points[:, 0], points[:, 1]
    return points[(x == 0) | (x == width - 1) | (y == 0) | (y == height - 1)]


def _for_each(points: np.ndarray, batch: int, dtype: Any) -> Any:
    return v1.constant(np.tile(points[None], [batch, 1, 1]), dtype=dtype)
