"""`interpolate_spline`: polyharmonic splines. B batches of n training points in d dimensions with k values each."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

EPSILON = 1e-10


def interpolate_spline(
    train_points: Any,
    train_values: Any,
    query_points: Any,
    order: int,
    regularization_weight: float = 0.0,
    name: str = "interpolate_spline",
) -> Any:
    """`tf.contrib.image.interpolate_spline` of 1.15: `[B, m, k]`, the values at `query_points`, `[B, m, d]`.

    Raises:
      ValueError: d or k is not known.
    """
    with v1.name_scope(name):
        points, values, queries = (v1.convert_to_tensor(each) for each in (train_points, train_values, query_points))
        with v1.name_scope("solve"):
            w, v = _solve_interpolation(points, values, order, regularization_weight)
        with v1.name_scope("predict"):
            return _apply_interpolation(queries, points, w, v, order)


def _solve_interpolation(points: Any, values: Any, order: int, regularization_weight: float) -> tuple[Any, Any]:
    """The weights of the radial functions, `[B, n, k]`, and of the linear part, `[B, d + 1, k]`."""
    batch, count, _ = v1.unstack(v1.shape(points), num=3)
    d, k = v1.dimension_value(points.shape[-1]), v1.dimension_value(values.shape[-1])
    if d is None:
        raise ValueError("The dimensionality of the input points (d) must be statically-inferrable.")
    if k is None:
        raise ValueError("The dimensionality of the output values (k) must be statically-inferrable.")
    with v1.name_scope("construct_linear_system"):
        radial = _phi(_squared_distances_within(points), order)  # [B, n, n]
        if regularization_weight > 0:
            radial = radial + regularization_weight * v1.expand_dims(v1.eye(count, dtype=points.dtype), 0)
        linear = v1.concat([points, v1.ones_like(points[..., :1], dtype=points.dtype)], 2)  # [B, n, d + 1]
        left = v1.concat([radial, v1.transpose(linear, [0, 2, 1])], 1)
        right = v1.concat([linear, v1.zeros([batch, d + 1, d + 1], points.dtype)], 1)
        matrix = v1.concat([left, right], 2)
        wanted = v1.concat([values, v1.zeros([batch, d + 1, k], points.dtype)], 1)
    with v1.name_scope("solve_linear_system"):
        solved = v1.matrix_solve(matrix, wanted)
        return solved[:, :count, :], solved[:, count:, :]


def _apply_interpolation(queries: Any, points: Any, w: Any, v: Any, order: int) -> Any:
    radial = v1.matmul(_phi(_squared_distances(queries, points), order), w)
    padded = v1.concat([queries, v1.ones_like(queries[..., :1], points.dtype)], 2)
    return radial + v1.matmul(padded, v)


def _squared_distances(x: Any, y: Any) -> Any:
    x_norms = v1.expand_dims(v1.reduce_sum(v1.square(x), 2), 2)
    y_norms = v1.expand_dims(v1.reduce_sum(v1.square(y), 2), 1)
    return x_norms - 2 * v1.matmul(x, y, adjoint_b=True) + y_norms


def _squared_distances_within(x: Any) -> Any:
    products = v1.matmul(x, x, adjoint_b=True)
    norms = v1.expand_dims(v1.matrix_diag_part(products), 2)
    return norms - 2 * products + v1.transpose(norms, [0, 2, 1])


def _phi(r: Any, order: int) -> Any:
    """The radial function of an order, of squared distances."""
    with v1.name_scope("phi"):
        if order == 1:
            return v1.sqrt(v1.maximum(r, EPSILON))
        if order == 2:
            return 0.5 * r * v1.log(v1.maximum(r, EPSILON))
        if order == 4:
            return 0.5 * v1.square(r) * v1.log(v1.maximum(r, EPSILON))
        r = v1.maximum(r, EPSILON)
        if order % 2 == 0:
            return 0.5 * v1.pow(r, 0.5 * order) * v1.log(r)
        return v1.pow(r, 0.5 * order)
