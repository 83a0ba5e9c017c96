"""Householder reflections to bidiagonal and triangular form, with LAPACK's signs (dlarfg, dgebrd, dgeqrf)."""

from __future__ import annotations

from typing import Any

import numpy as np


def _reflection(x: Any) -> tuple[Any, float, float]:
    """`(v, tau, beta)` with `(I - tau v v') x = beta e1` and `v[0] = 1`; the identity for x with zeros below x[0]."""
    length = np.linalg.norm(x[1:])
    if length == 0.0:
        return np.eye(len(x))[0], 0.0, float(x[0])
    beta = -np.copysign(np.hypot(x[0], length), x[0])
    v = x / (x[0] - beta)
    v[0] = 1.0
    return v, float((beta - x[0]) / beta), float(beta)


def triangular(a: Any) -> tuple[Any, Any]:
    """`a` [M,N] with M >= N as `(Q [M,N], R [N,N])`."""
    r, q = a.copy(), np.eye(len(a))
    for i in range(a.shape[1]):
        v, tau, _ = _reflection(r[i:, i])
        r[i:, i:] -= tau * np.outer(v, v @ r[i:, i:])
        q[:, i:] -= tau * np.outer(q[:, i:] @ v, v)
    count = a.shape[1]
    return q[:, :count], np.triu(r[:count])


def upper_bidiagonal(a: Any) -> tuple[Any, Any, Any, Any]:
    """`a` [M,N] with M >= N as `(Q [M,N], d [N], e [N-1], P' [N,N])`: d on the diagonal, e above it."""
    rows, columns = a.shape
    b, q, p = a.copy(), np.eye(rows), np.eye(columns)
    d, e = np.zeros(columns), np.zeros(max(columns - 1, 0))
    for i in range(columns):
        v, tau, d[i] = _reflection(b[i:, i])
        b[i:, i + 1 :] -= tau * np.outer(v, v @ b[i:, i + 1 :])
        q[:, i:] -= tau * np.outer(q[:, i:] @ v, v)
        if i < columns - 1:
            v, tau, e[i] = _reflection(b[i, i + 1 :])
            b[i + 1 :, i + 1 :] -= tau * np.outer(b[i + 1 :, i + 1 :] @ v, v)
            p[i + 1 :] -= tau * np.outer(v, v @ p[i + 1 :])
    return q[:, :columns], d, e, p
