"""Singular vectors of an upper bidiagonal matrix by implicit QR steps, with or without shift (dbdsqr).

J. Demmel and W. Kahan, Accurate singular values of bidiagonal matrices, 1990.
"""

from __future__ import annotations

from math import copysign, sqrt
from typing import Any

import numpy as np

from tfcompat.keras.singular.rotations import rotation, smaller_value, two_rows

_EPS = 2.0**-53
_TOLERANCE = max(10.0, min(100.0, _EPS**-0.125)) * _EPS


def diagonalize(d: Any, e: Any, left: Any, right: Any) -> None:
    """Brings d [N] and e [N-1] to singular values, largest first; turns `left` [M,N] and `right` [N,K] with them."""
    threshold = _TOLERANCE * _smallest(d, e, range(len(e)), 1) / sqrt(len(d)) if len(d) else 0.0
    last, before, down = len(d) - 1, (-1, -1), True
    while last > 0:
        first = _first(e, last, threshold)
        if first == last:
            e[last - 1] = 0.0
            last -= 1
        elif first == last - 1:
            low, high, sin_right, cos_right, sin_left, cos_left = two_rows(
                *(float(x) for x in (d[first], e[first], d[last]))
            )
            d[first], d[last], e[first] = high, low, 0.0
            _turn(right, first, cos_right, sin_right)
            _turn(left.T, first, cos_left, sin_left)
            last -= 2
        else:
            if first > before[1] or last < before[0]:
                down = abs(d[first]) >= abs(d[last])
            if _converged(d, e, first, last, down):
                continue
            before = first, last
            _step(d, e, first, last, down, left, right)
            end = last - 1 if down else first
            if abs(e[end]) <= threshold:
                e[end] = 0.0
    for i in np.flatnonzero(np.signbit(d)):
        d[i], right[i] = -d[i], -right[i]
    order = np.argsort(-d, kind="stable")
    d[:], left[:], right[:] = d[order], left[:, order], right[order]


def _first(e: Any, last: int, threshold: float) -> int:
    """Where the block that ends at `last` begins; what is negligible above it is set to zero."""
    for i in range(last - 1, -1, -1):
        if abs(e[i]) <= threshold:
            e[i] = 0.0
            return i + 1
    return 0


def _smallest(d: Any, e: Any, places: range, to: int) -> float:
    """A lower bound of the smallest singular value, taken along `places` of e; `to` is 1 downwards and 0 upwards."""
    mu = found = abs(d[places[0] + 1 - to]) if places else abs(d[0])
    for i in places:
        mu = abs(d[i + to]) * (mu / (mu + abs(e[i]))) if mu else 0.0
        found = min(found, mu)
    return float(found)


def _converged(d: Any, e: Any, first: int, last: int, down: bool) -> bool:
    """Whether an entry of e was negligible beside its neighbours, and is zero now."""
    places, to = (range(first, last), 1) if down else (range(last - 1, first - 1, -1), 0)
    end = last - 1 if down else first
    if abs(e[end]) <= _TOLERANCE * abs(d[end + to]):
        e[end] = 0.0
        return True
    mu = abs(d[first] if down else d[last])
    for i in places:
        if abs(e[i]) <= _TOLERANCE * mu:
            e[i] = 0.0
            return True
        mu = abs(d[i + to]) * (mu / (mu + abs(e[i])))
    return False


def _shift(d: Any, e: Any, first: int, last: int, down: bool) -> float:
    places, to = (range(first, last), 1) if down else (range(last - 1, first - 1, -1), 0)
    largest = max(np.abs(d[first : last + 1]).max(), np.abs(e[first:last]).max())
    small = _smallest(d, e, places, to)
    if len(d) * _TOLERANCE * (small / largest) <= max(_EPS, 0.01 * _TOLERANCE):
        return 0.0
    start, end = (abs(d[first]), last - 1) if down else (abs(d[last]), first)
    shift = smaller_value(float(d[end]), float(e[end]), float(d[end + 1]))
    return 0.0 if start > 0.0 and (shift / start) ** 2 < _EPS else shift


def _step(d: Any, e: Any, first: int, last: int, down: bool, left: Any, right: Any) -> None:
    """One step on the block, from its top down or from its bottom up; upwards, left and right change their roles."""
    shift = _shift(d, e, first, last, down)
    if down:
        pairs = _swept(d[first : last + 1], e[first:last], shift)
        for i, (cos_right, sin_right, cos_left, sin_left) in enumerate(pairs, first):
            _turn(right, i, cos_right, sin_right)
            _turn(left.T, i, cos_left, sin_left)
    else:
        pairs = _swept(d[first : last + 1][::-1], e[first:last][::-1], shift)
        for i, (cos_right, sin_right, cos_left, sin_left) in zip(range(last - 1, first - 1, -1), pairs, strict=True):
            _turn(left.T, i, cos_right, -sin_right)
            _turn(right, i, cos_left, -sin_left)


def _swept(d: Any, e: Any, shift: float) -> list[tuple[float, float, float, float]]:
    """Chases the bulge through d and e from their start; the rotations on either side, in turn."""
    count, pairs = len(e), []
    if shift == 0.0:
        c = old_c = 1.0
        old_s = 0.0
        for i in range(count):
            c, s, r = rotation(d[i] * c, e[i])
            if i:
                e[i - 1] = old_s * r
            old_c, old_s, d[i] = rotation(old_c * r, d[i + 1] * s)
            pairs.append((c, s, old_c, old_s))
        h = d[count] * c
        d[count], e[count - 1] = h * old_c, h * old_s
        return pairs
    f, g = (abs(d[0]) - shift) * (copysign(1.0, d[0]) + shift / d[0]), e[0]
    for i in range(count):
        cos_right, sin_right, r = rotation(f, g)
        if i:
            e[i - 1] = r
        f, e[i] = cos_right * d[i] + sin_right * e[i], cos_right * e[i] - sin_right * d[i]
        g, d[i + 1] = sin_right * d[i + 1], cos_right * d[i + 1]
        cos_left, sin_left, d[i] = rotation(f, g)
        f, d[i + 1] = cos_left * e[i] + sin_left * d[i + 1], cos_left * d[i + 1] - sin_left * e[i]
        if i < count - 1:
            g, e[i + 1] = sin_left * e[i + 1], cos_left * e[i + 1]
        pairs.append((cos_right, sin_right, cos_left, sin_left))
    e[count - 1] = f
    return pairs


def _turn(rows: Any, i: int, c: float, s: float) -> None:
    """Turns rows i and i + 1."""
    rows[i], rows[i + 1] = c * rows[i] + s * rows[i + 1], c * rows[i + 1] - s * rows[i]
