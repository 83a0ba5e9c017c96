"""`cgls`: the least squares solution of A x = b."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.solvers import util

__all__ = ["cgls"]


class CGLSState(NamedTuple):
    """Steps done, solution, rest, search direction, and the squared norm of the gradient."""

    i: Any
    x: Any
    r: Any
    p: Any
    gamma: Any


def cgls(operator: Any, rhs: Any, tol: Any = 1e-6, max_iter: int = 20, name: str = "cgls") -> CGLSState:
    """`tf.contrib.solvers.least_squares.cgls` of 1.15: conjugate gradients on the normal equations; `rhs` is `[m]`."""

    def more(i: Any, state: CGLSState) -> Any:
        return v1.logical_and(i < max_iter, state.gamma > tol)

    def step(i: Any, state: CGLSState) -> tuple[Any, CGLSState]:
        q = operator.apply(state.p)
        alpha = state.gamma / util.l2norm_squared(q)
        x = state.x + alpha * state.p
        r = state.r - alpha * q
        s = operator.apply_adjoint(r)
        gamma = util.l2norm_squared(s)
        return i + 1, CGLSState(i + 1, x, r, s + gamma / state.gamma * state.p, gamma)

    with v1.name_scope(name):
        rhs = v1.expand_dims(rhs, -1)
        s0 = operator.apply_adjoint(rhs)
        gamma0 = util.l2norm_squared(s0)
        tol = tol * tol * gamma0
        x = v1.expand_dims(v1.zeros(operator.shape[1:], dtype=rhs.dtype.base_dtype), -1)
        i = v1.constant(0, dtype=v1.int32)
        _, state = v1.while_loop(more, step, [i, CGLSState(i, x, rhs, s0, gamma0)])
        return CGLSState(state.i, v1.squeeze(state.x), v1.squeeze(state.r), v1.squeeze(state.p), state.gamma)
