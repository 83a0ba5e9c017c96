"""`lanczos_bidiag`: an operator as U B V*, with B lower bidiagonal. m x n, k steps."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.solvers import util

__all__ = ["bidiag_matmul", "lanczos_bidiag"]


class LanczosBidiagState(NamedTuple):
    """U `[m, k + 1]`, V `[n, k]`, and B's diagonal and the one below, `[k]`."""

    u: Any
    v: Any
    alpha: Any
    beta: Any


def lanczos_bidiag(
    operator: Any, k: int, orthogonalize: bool = True, starting_vector: Any = None, name: str = "lanczos_bidiag"
) -> LanczosBidiagState:
    """`tf.contrib.solvers.lanczos.lanczos_bidiag` of 1.15; `starting_vector`, `[m]`, is drawn if not given."""

    def step(i: Any, state: LanczosBidiagState) -> tuple[Any, LanczosBidiagState]:
        u = _column(state.u, i)
        r = operator.apply_adjoint(u)
        shape = r.get_shape()
        r = v1.cond(i > 0, lambda: r - state.beta.read(i - 1) * _column(state.v, i - 1), lambda: r)
        r.set_shape(shape)
        v, alpha = _orthogonalize(i - 1, state.v, r) if orthogonalize else util.l2normalize(r)
        p = operator.apply(v) - alpha * u
        u, beta = _orthogonalize(i, state.u, p) if orthogonalize else util.l2normalize(p)
        return i + 1, LanczosBidiagState(
            state.u.write(i + 1, v1.squeeze(u)),
            state.v.write(i, v1.squeeze(v)),
            state.alpha.write(i, alpha),
            state.beta.write(i, beta),
        )

    def array(size: int, what: str) -> Any:
        return v1.TensorArray(dtype=operator.dtype, size=size, tensor_array_name=what, clear_after_read=False)

    with v1.name_scope(name):
        if starting_vector is None:
            starting_vector = v1.random_uniform(operator.shape[:1], -1, 1, dtype=operator.dtype)
        u0, _ = util.l2normalize(starting_vector)
        first = array(k + 1, "u").write(0, v1.squeeze(u0))
        state = LanczosBidiagState(first, array(k, "v"), array(k, "alpha"), array(k, "beta"))
        _, state = v1.while_loop(lambda i, _: i < k, step, [v1.constant(0, dtype=v1.int32), state])
        return LanczosBidiagState(
            v1.matrix_transpose(state.u.stack()),
            v1.matrix_transpose(state.v.stack()),
            state.alpha.stack(),
            state.beta.stack(),
        )


def _column(array: Any, i: Any) -> Any:
    return v1.expand_dims(array.read(i), -1)


def _orthogonalize(i: Any, basis: Any, v: Any) -> tuple[Any, Any]:
    """`v` against the first i vectors of a basis, twice where once takes much away; and its length before."""

    def project(j: Any, basis: Any, v: Any) -> tuple[Any, Any, Any]:
        shape = v.get_shape()
        along = _column(basis, j)
        v = v - v1.matmul(along, v, adjoint_a=True) * along
        v.set_shape(shape)
        return j + 1, basis, v

    def once() -> tuple[Any, Any]:
        start = [v1.constant(0, dtype=v1.int32), basis, v]
        _, _, left = v1.while_loop(lambda j, *_: j < i, project, start)
        return util.l2normalize(left)

    norm = util.l2norm(v)
    new, new_norm = once()
    return v1.cond(new_norm < 0.7071 * norm, once, lambda: (new, new_norm))


def bidiag_matmul(matrix: Any, alpha: Any, beta: Any, adjoint_b: bool = False, name: str = "bidiag_matmul") -> Any:
    """`tf.contrib.solvers.lanczos.bidiag_matmul` of 1.15: a matrix times B (or its adjoint)."""
    with v1.name_scope(name):
        alpha = v1.expand_dims(alpha, 0)
        if not adjoint_b:
            return matrix[:, :-1] * alpha + matrix[:, 1:] * v1.expand_dims(beta, 0)
        zeros = v1.expand_dims(v1.zeros(v1.shape(matrix)[:1], dtype=matrix.dtype), 1)
        return matrix * alpha + v1.concat([zeros, matrix[:, :-1] * v1.expand_dims(beta[:-1], 0)], 1)
