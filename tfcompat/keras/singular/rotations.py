"""Plane rotations, and singular values of two rows, with the signs of LAPACK before 3.10 (dlartg, dlas2, dlasv2)."""

from __future__ import annotations

from math import copysign, hypot, sqrt


def rotation(f: float, g: float) -> tuple[float, float, float]:
    """`(c, s, r)` that turn (f, g) into (r, 0). LAPACK since 3.10 has c >= 0 always."""
    if g == 0.0:
        return 1.0, 0.0, f
    if f == 0.0:
        return 0.0, 1.0, g
    r = hypot(f, g)
    if f < 0.0 and abs(f) > abs(g):
        r = -r
    return f / r, g / r, r


def smaller_value(f: float, g: float, h: float) -> float:
    """The smaller singular value of [[f, g], [0, h]]."""
    low, high = sorted((abs(f), abs(h)))
    if low == 0.0:
        return 0.0
    plus, minus = 1.0 + low / high, (high - low) / high
    if abs(g) < high:
        ratio = (g / high) ** 2
        return low * 2.0 / (sqrt(plus * plus + ratio) + sqrt(minus * minus + ratio))
    ratio = high / abs(g)
    return 2.0 * low * ratio / (hypot(1.0, plus * ratio) + hypot(1.0, minus * ratio))


def two_rows(f: float, g: float, h: float) -> tuple[float, float, float, float, float, float]:
    """Of [[f, g], [0, h]]: the smaller and the larger value, and sine and cosine of the right and the left rotation.

    The values may be negative: their signs make `left' [[f, g], [0, h]] right` exactly diagonal.
    """
    swapped = abs(h) > abs(f)
    first, last = (h, f) if swapped else (f, h)
    if g == 0.0:
        low, high, cos_left, sin_left, cos_right, sin_right = abs(last), abs(first), 1.0, 0.0, 1.0, 0.0
    else:
        gap, slope = (abs(first) - abs(last)) / abs(first), g / first
        s = hypot(2.0 - gap, slope)
        r = hypot(gap, slope)
        a = 0.5 * (s + r)
        low, high = abs(last) / a, abs(first) * a
        t = (slope / (s + 2.0 - gap) + slope / (r + gap)) * (1.0 + a)
        length = hypot(t, 2.0)
        cos_right, sin_right = 2.0 / length, t / length
        cos_left, sin_left = (cos_right + sin_right * slope) / a, (last / first) * sin_right / a
    if swapped:
        cos_left, sin_left, cos_right, sin_right = sin_right, cos_right, sin_left, cos_left
    if abs(g) > abs(first):
        sign = copysign(1.0, sin_right) * copysign(1.0, cos_left) * copysign(1.0, g)
    elif swapped:
        sign = copysign(1.0, sin_right) * copysign(1.0, sin_left) * copysign(1.0, h)
    else:
        sign = copysign(1.0, cos_right) * copysign(1.0, cos_left) * copysign(1.0, f)
    other = sign * copysign(1.0, f) * copysign(1.0, h)
    return copysign(low, other), copysign(high, sign), sin_right, cos_right, sin_left, cos_left
