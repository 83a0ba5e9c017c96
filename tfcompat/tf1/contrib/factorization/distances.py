"""How far points are from cluster centers, and which center is the nearest."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import gen_clustering_ops
from tfcompat.backend.v1api import v1

SQUARED_EUCLIDEAN_DISTANCE = "squared_euclidean"
COSINE_DISTANCE = "cosine"


def to_every_center(points: Any, centers: Any, metric: str) -> Any:
    """`[points, dims]` and `[centers, dims]` to `[points, centers]`; for cosines both have rows of length 1."""
    if metric == COSINE_DISTANCE:
        return 1 - v1.matmul(points, centers, transpose_b=True)
    of_points = v1.reduce_sum(v1.square(points), 1, keepdims=True)
    products = 2 * v1.matmul(points, centers, transpose_b=True)
    of_centers = v1.reduce_sum(v1.square(centers), 1, keepdims=True)
    return of_points - products + v1.transpose(of_centers)


def to_nearest_center(points: Any, centers: Any, metric: str) -> tuple[Any, Any]:
    """The distance of each point to its nearest center, and that center's number (int64), both `[points]`."""
    places, distances = gen_clustering_ops.nearest_neighbors(points, centers, 1)
    if metric == COSINE_DISTANCE:
        # Between rows of length 1, the squared distance is twice the cosine's.
        distances *= 0.5
    return v1.squeeze(distances, [-1]), v1.squeeze(places, [-1])
