"""Points and weights by which integrals over a normal variable become sums."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


def gauss_hermite(size: int, dtype: Any) -> tuple[Any, Any]:
    """Gauss and Hermite's points, and their weights made to sum to 1: two arrays `[size]`."""
    grid, probs = np.polynomial.hermite.hermgauss(deg=size)
    grid, probs = grid.astype(dtype.as_numpy_dtype), probs.astype(dtype.as_numpy_dtype)
    probs /= np.linalg.norm(probs, ord=1, keepdims=True)  # type: ignore[call-overload]
    return grid, probs


def quantile_edges(distribution: Any, size: int) -> tuple[Any, Any]:
    """The `size + 1` inner probabilities that cut equal parts, first axis; and the order that puts it last."""
    ndims = distribution.batch_shape.ndims
    if ndims is None:
        ndims = v1.shape(distribution.batch_shape_tensor())[0]
    zero = v1.zeros([], dtype=distribution.dtype)
    # Neither 0 nor 1: their quantiles are infinite.
    edges = v1.linspace(zero, 1.0, size + 3)[1:-1]
    edges = v1.reshape(edges, shape=v1.concat([[-1], v1.ones([ndims], dtype=v1.int32)], axis=0))
    return edges, v1.concat([v1.range(1, 1 + ndims), [0]], axis=0)


def midpoints(quantiles: Any, shape: Any, size: int, dtype: Any) -> tuple[Any, Any]:
    """The points between quantiles, of a known shape, and equal weights `[size]`."""
    grid = (quantiles[..., :-1] + quantiles[..., 1:]) / 2.0
    grid.set_shape(shape)
    return grid, v1.fill(dims=[size], value=1.0 / v1.cast(size, dtype))
