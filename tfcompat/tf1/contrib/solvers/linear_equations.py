"""`conjugate_gradient`: A x = b for a self-adjoint positive operator."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.solvers import util

__all__ = ["conjugate_gradient"]


class CGState(NamedTuple):
    """Steps done, solution, rest, search direction, and the squared norm of the rest."""

    i: Any
    x: Any
    r: Any
    p: Any
    gamma: Any


def conjugate_gradient(
    operator: Any,
    rhs: Any,
    preconditioner: Any = None,
    x: Any = None,
    tol: Any = 1e-4,
    max_iter: int = 20,
    name: str = "conjugate_gradient",
) -> CGState:
    """`tf.contrib.solvers.linear_equations.conjugate_gradient` of 1.15; `rhs` and the start `x` are `[n]`.

    Ends when the rest is `tol` times what it was, or after `max_iter` steps.
    """

    def more(i: Any, state: CGState) -> Any:
        return v1.logical_and(i < max_iter, v1.norm(state.r) > tol)

    def step(i: Any, state: CGState) -> tuple[Any, CGState]:
        z = operator.apply(state.p)
        alpha = state.gamma / util.dot(state.p, z)
        x = state.x + alpha * state.p
        r = state.r - alpha * z
        q = r if preconditioner is None else preconditioner.apply(r)
        gamma = util.dot(r, q)
        return i + 1, CGState(i + 1, x, r, q + gamma / state.gamma * state.p, gamma)

    with v1.name_scope(name):
        rhs = v1.expand_dims(rhs, -1)
        if x is None:
            x = v1.expand_dims(v1.zeros(operator.shape[1:], dtype=rhs.dtype.base_dtype), -1)
            rest = rhs
        else:
            x = v1.expand_dims(x, -1)
            rest = rhs - operator.apply(x)
        direction = rest if preconditioner is None else preconditioner.apply(rest)
        gamma = util.dot(rest, direction)
        tol = tol * v1.norm(rest)
        i = v1.constant(0, dtype=v1.int32)
        _, state = v1.while_loop(more, step, [i, CGState(i, x, rest, direction, gamma)])
        return CGState(state.i, v1.squeeze(state.x), v1.squeeze(state.r), v1.squeeze(state.p), state.gamma)
