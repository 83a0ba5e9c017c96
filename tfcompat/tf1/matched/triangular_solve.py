"""`tf.matrix_triangular_solve` is the op alone, with no scope around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, gen_linalg_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.linalg_ops.matrix_triangular_solve")
def matrix_triangular_solve(
    original: Callable[..., Any],
    matrix: Any,
    rhs: Any,
    lower: bool = True,
    adjoint: bool = False,
    name: str | None = None,
) -> Any:
    if context.executing_eagerly():
        return original(matrix, rhs, lower, adjoint, name)
    return gen_linalg_ops.matrix_triangular_solve(matrix, rhs, lower=lower, adjoint=adjoint, name=name)
