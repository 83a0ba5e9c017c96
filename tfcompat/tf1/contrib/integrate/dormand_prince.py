"""One step of Dormand and Prince's method of order 5, its error, and the states within the step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tfcompat.backend.v1api import v1

# Where slopes are taken (parts of the step), and what of the slopes before leads there.
_ALPHA = [1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0, 1.0]
_BETA = [
    [1 / 5],
    [3 / 40, 9 / 40],
    [44 / 45, -56 / 15, 32 / 9],
    [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
    [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
    [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
]
_MIDDLE = [
    6025192743 / 30085553152 / 2,
    0,
    51252292925 / 65400821598 / 2,
    -2691868925 / 45128329728 / 2,
    187940372067 / 1594534317056 / 2,
    -1776094331 / 19743644256 / 2,
    11237099 / 235043384 / 2,
]
_ERROR = [
    1951 / 21600 - 35 / 384,
    0,
    22642 / 50085 - 500 / 1113,
    451 / 720 - 125 / 192,
    -12231 / 42400 - -2187 / 6784,
    649 / 6300 - 11 / 84,
    1 / 60,
]


def step(func: Callable[[Any, Any], Any], y0: Any, f0: Any, t0: Any, dt: Any) -> tuple[Any, Any, Any, list[Any]]:
    """The state after a step, the slope there, the error, and all slopes; `f0` is the slope before."""
    with v1.name_scope("runge_kutta_step"):
        size = v1.cast(dt, y0.dtype)
        slopes = [f0]
        for part, weights in zip(_ALPHA, _BETA, strict=True):
            y = y0 + _weighted(size, weights, slopes)
            slopes.append(func(y, t0 + part * dt))
        # The last point is the result: the weights are the same.
        return v1.identity(y), v1.identity(slopes[-1]), _weighted(size, _ERROR, slopes), slopes


def fit(y0: Any, y1: Any, slopes: Sequence[Any], dt: Any) -> list[Any]:
    """The polynomial of order 4 through a step: coefficients, highest first."""
    with v1.name_scope("interp_fit_rk"):
        dt = v1.cast(dt, y0.dtype)
        values = [slopes[0], slopes[-1], y0, y1, y0 + _weighted(dt, _MIDDLE, slopes)]
        return [
            _dot([-2 * dt, 2 * dt, -8, -8, 16], values),
            _dot([5 * dt, -3 * dt, 18, 14, -32], values),
            _dot([-4 * dt, dt, -11, -5, 16], values),
            dt * slopes[0],
            y0,
        ]


def evaluate(coefficients: Sequence[Any], t0: Any, t1: Any, t: Any) -> Any:
    """The polynomial's value at a time within the step."""
    with v1.name_scope("interp_evaluate"):
        told = ["invalid interpolation, fails `t0 <= t <= t1`:", t0, t, t1]
        dtype = coefficients[0].dtype
        with v1.control_dependencies([v1.Assert((t0 <= t) & (t <= t1), told)]):
            x = v1.cast((t - t0) / (t1 - t0), dtype)
        powers = [v1.constant(1, dtype), x]
        while len(powers) < len(coefficients):
            powers.append(powers[-1] * x)
        return _dot(coefficients, powers[::-1])


def _weighted(scale: Any, weights: Sequence[float], slopes: Sequence[Any]) -> Any:
    return v1.add_n([scale * w * k for w, k in zip(weights, slopes, strict=True) if w != 0])


def _dot(xs: Sequence[Any], ys: Sequence[Any]) -> Any:
    return v1.add_n([x * y for x, y in zip(xs, ys, strict=True)])
