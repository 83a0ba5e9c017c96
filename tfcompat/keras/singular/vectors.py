"""`numpy.linalg.svd(a, full_matrices=False)` with the signs that NumPy 1.18 gave (dgesdd)."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.keras.singular.iteration import diagonalize
from tfcompat.keras.singular.reflections import triangular, upper_bidiagonal
from tfcompat.keras.singular.rotations import rotation

_SMALL = 25  # the largest block that LAPACK leaves to the QR iteration (ilaenv 9)


def singular_vectors(a: Any) -> tuple[Any, Any]:
    """The left [M,K] and right [K,N] singular vectors of `a` [M,N], K the smaller of both; float64."""
    left, _, right = np.linalg.svd(a, full_matrices=False)
    if min(a.shape) > _SMALL:
        return left, right
    turned = np.sum(left * _left(np.asarray(a, np.float64)), axis=0) < 0
    signs = np.where(turned, -1.0, 1.0)
    return left * signs, right * signs[:, None]


def _left(a: Any) -> Any:
    """The left vectors by the path that LAPACK takes for the shape of `a`."""
    rows, columns = a.shape
    many = int(min(rows, columns) * 11 / 6)
    if rows >= columns:
        q, square = triangular(a) if rows >= many else (None, a)
        left, _ = _of_bidiagonal(*upper_bidiagonal(square))
        return left if q is None else q @ left
    if columns >= many:
        _, transposed = triangular(a.T)
        return _of_bidiagonal(*upper_bidiagonal(transposed.T))[0]
    p, d, e, q = upper_bidiagonal(a.T)  # the lower bidiagonal form of `a`
    left, d, e = _made_upper(q.T, d, e)
    return _of_bidiagonal(left, d, e, p.T)[0]


def _made_upper(left: Any, d: Any, e: Any) -> tuple[Any, Any, Any]:
    """A lower bidiagonal matrix made upper by rotations from the left."""
    for i in range(len(e)):
        c, s, d[i] = rotation(d[i], e[i])
        e[i], d[i + 1] = s * d[i + 1], c * d[i + 1]
        left[:, i], left[:, i + 1] = c * left[:, i] + s * left[:, i + 1], c * left[:, i + 1] - s * left[:, i]
    return left, d, e


def _of_bidiagonal(left: Any, d: Any, e: Any, right: Any) -> tuple[Any, Any]:
    if len(d) == 1:
        return left * np.copysign(1.0, d), right
    turned_left, turned_right = np.eye(len(d)), np.eye(len(d))
    diagonalize(d, e, turned_left, turned_right)
    return left @ turned_left, turned_right @ right
