"""`odeint_fixed`: steps of a given size, by the midpoint rule or Runge and Kutta's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.integrate import checks

Slope = Callable[[Any, Any], Any]


def odeint_fixed(func: Slope, y0: Any, t: Any, dt: Any = None, method: str = "rk4", name: str | None = None) -> Any:
    """`tf.contrib.integrate.odeint_fixed` of 1.15: the states at times `t`, `[n]`, from `y0` at the first: `[n, …]`.

    `func(y, t)` is the slope. `dt` is a largest step, or one for each interval, `[n - 1]`.

    Raises:
      TypeError: a dtype is no float.
      ValueError: shapes do not fit, or `method` is neither `rk4` nor `midpoint`.
    """
    with v1.name_scope(name, "odeint_fixed", [y0, t, dt]):
        t = v1.convert_to_tensor(t, preferred_dtype=v1.float64, name="t")
        y0 = v1.convert_to_tensor(y0, name="y0")
        intervals = t[1:] - t[:-1]
        most = v1.convert_to_tensor(intervals if dt is None else dt, preferred_dtype=v1.float64, name="dt")
        counts = v1.ceil(intervals / most)
        steps = intervals / counts
        counts = v1.cast(counts, dtype=v1.int32)
        checks.dtypes(y0, t, steps)
        _check_sizes(t, steps)
        if method not in _METHODS:
            raise ValueError(f"method not supported: {method}")
        with checks.increasing(t), v1.name_scope(method):
            return _integrate(_METHODS[method], func, y0, t, steps, counts)


def _integrate(step: Callable[..., Any], func: Slope, y0: Any, t: Any, steps: Any, counts: Any) -> Any:
    def once(y: Any, now: Any, done: Any, interval: Any) -> Any:
        dt = steps[interval - 1]
        return y + v1.cast(step(func, now, dt, y), dtype=y.dtype), now + dt, done + 1, interval

    def through(states: Any, y: Any, now: Any, interval: Any) -> Any:
        y, now, _, _ = v1.while_loop(
            lambda y, now, done, interval: done < counts[interval - 1], once, (y, now, 0, interval)
        )
        return states.write(interval, y), y, now, interval + 1

    number = v1.size(t)
    states = v1.TensorArray(y0.dtype, number).write(0, y0)
    states, *_ = v1.while_loop(lambda states, y, now, i: i < number, through, (states, y0, t[0], 1))
    result = states.stack()
    result.set_shape(t.get_shape().concatenate(y0.get_shape()))
    return result


def _midpoint(func: Slope, t: Any, dt: Any, y: Any) -> Any:
    size = v1.cast(dt, y.dtype)
    return size * func(y + func(y, t) * size / 2, t + dt / 2)


def _rk4(func: Slope, t: Any, dt: Any, y: Any) -> Any:
    k1 = func(y, t)
    middle, size = t + dt / 2, v1.cast(dt, y.dtype)
    k2 = func(y + size * k1 / 2, middle)
    k3 = func(y + size * k2 / 2, middle)
    k4 = func(y + size * k3, t + dt)
    return v1.add_n([k1, 2 * k2, 2 * k3, k4]) * (size / 6)


_METHODS: dict[str, Callable[..., Any]] = {"midpoint": _midpoint, "rk4": _rk4}


def _check_sizes(t: Any, dt: Any) -> None:
    if len(t.get_shape().as_list()) > 1:
        raise ValueError("t must be a 1D tensor")
    if len(dt.get_shape().as_list()) > 1:
        raise ValueError("t must be a 1D tensor")
    if t.get_shape()[0] != dt.get_shape()[0] + 1:
        raise ValueError("t and dt have incompatible lengths, must be N and N-1")
