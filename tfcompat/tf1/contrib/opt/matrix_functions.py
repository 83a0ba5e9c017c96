"""Roots of symmetric positive matrices by iterations, float32 `[n, n]`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def matrix_square_root(mat_a: Any, mat_a_size: Any, iter_count: int = 100, ridge_epsilon: float = 1e-4) -> Any:
    """`matrix_square_root` of 1.15: the root of `mat_a + ridge_epsilon * I`, by Newton's coupled iteration."""
    identity = v1.eye(v1.cast(mat_a_size, v1.int32))
    target = mat_a + ridge_epsilon * identity
    norm = v1.sqrt(v1.reduce_sum(target * target))

    def more(i: Any, y: Any, old_y: Any, z: Any, error: Any, old_error: Any) -> Any:
        return v1.logical_and(i < iter_count, error < old_error)

    def improve(i: Any, y: Any, old_y: Any, z: Any, error: Any, old_error: Any) -> Any:
        step = 0.5 * (3.0 * identity - v1.matmul(z, y))
        new_y, new_z = v1.matmul(y, step), v1.matmul(step, z)
        root = new_y * v1.sqrt(norm)
        rest = target - v1.matmul(root, root)
        return i + 1, new_y, y, new_z, v1.sqrt(v1.reduce_sum(rest * rest)) / norm, error

    start = target / norm
    # The last iterate is worse than the one before: that one counts.
    _, _, best, _, _, _ = v1.while_loop(more, improve, [0, start, start, identity, norm, norm + 1.0])
    return best * v1.sqrt(norm)


def matrix_inverse_pth_root(
    mat_g: Any,
    mat_g_size: Any,
    alpha: float,
    iter_count: int = 100,
    epsilon: float = 1e-6,
    ridge_epsilon: float = 1e-6,
) -> Any:
    """`matrix_inverse_pth_root` of 1.15: `mat_g ** alpha`, where `alpha` is -1/p for a whole number p."""
    identity = v1.eye(v1.cast(mat_g_size, v1.int32))
    if mat_g_size == 1:
        return v1.pow(mat_g + ridge_epsilon, alpha)

    def more(i: Any, rest: Any, root: Any) -> Any:
        return v1.logical_and(i < iter_count, v1.reduce_max(v1.abs(rest - identity)) > epsilon)

    def improve(i: Any, rest: Any, root: Any) -> Any:
        step = (1 - alpha) * identity + alpha * rest
        return i + 1, v1.matmul(_power(step, -1.0 / alpha), rest), v1.matmul(root, step)

    damped = mat_g + ridge_epsilon * identity
    scale = (1 - 1 / alpha) / (2 * v1.norm(damped))
    _, _, result = v1.while_loop(more, improve, [0, damped * scale, identity * v1.pow(scale, -alpha)])
    return result


def _power(matrix: Any, exponent: float) -> Any:
    """A matrix to a whole positive power, by squaring."""
    left = int(exponent)
    assert left == exponent and left > 0, f"expected -1/alpha to be a positive integer, received {exponent}"
    power = None
    while left > 0:
        if left % 2 == 1:
            power = matrix if power is None else v1.matmul(matrix, power)
        left //= 2
        matrix = v1.matmul(matrix, matrix)
    return power
