"""`odeint`: steps as large as the tolerance allows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.integrate import checks, dormand_prince
from tfcompat.tf1.contrib.integrate.fixed_grid import odeint_fixed as odeint_fixed


class _State(NamedTuple):
    """State and slope at t1, where the last step began and ended, the next step, and the last one's polynomial."""

    y1: Any
    f1: Any
    t0: Any
    t1: Any
    dt: Any
    coefficients: Any


class _History(NamedTuple):
    points: Any
    ratios: Any


def odeint(
    func: Callable[[Any, Any], Any],
    y0: Any,
    t: Any,
    rtol: Any = 1e-6,
    atol: Any = 1e-12,
    method: str | None = None,
    options: Any = None,
    full_output: bool = False,
    name: str | None = None,
) -> Any:
    """`tf.contrib.integrate.odeint` of 1.15: the states at times `t`, `[n]`, from `y0` at the first: `[n, …]`.

    `func(y, t)` is the slope. `options` for `dopri5`, the one method: first_step, safety, ifactor, dfactor,
    max_num_steps. With `full_output`, a dictionary about the steps comes with the states.

    Raises:
      TypeError: a dtype is no float.
      ValueError: another method, or options without one.
    """
    if method is not None and method != "dopri5":
        raise ValueError(f"invalid method: {method!r}")
    if options is not None and method is None:
        raise ValueError("cannot supply `options` without specifying `method`")
    with v1.name_scope(name, "odeint", [y0, t, rtol, atol]):
        y0 = v1.convert_to_tensor(y0, name="y0")
        t = v1.convert_to_tensor(t, preferred_dtype=v1.float64, name="t")
        checks.dtypes(y0, t)
        real = abs(y0).dtype
        rtol = v1.convert_to_tensor(rtol, dtype=real, name="rtol")
        atol = v1.convert_to_tensor(atol, dtype=real, name="atol")
        return _dopri5(func, y0, t, rtol, atol, full_output, **(options or {}))


def _dopri5(
    func: Any,
    y0: Any,
    t: Any,
    rtol: Any,
    atol: Any,
    full_output: bool,
    first_step: Any = None,
    safety: float = 0.9,
    ifactor: float = 10.0,
    dfactor: float = 0.2,
    max_num_steps: Any = 1000,
) -> Any:
    def convert(value: Any, what: str) -> Any:
        return v1.convert_to_tensor(value, dtype=t.dtype, name=what)

    first = convert(1.0 if first_step is None else first_step, "first_step")
    safety, ifactor, dfactor = convert(safety, "safety"), convert(ifactor, "ifactor"), convert(dfactor, "dfactor")
    most = v1.convert_to_tensor(max_num_steps, dtype=v1.int32, name="max_num_steps")

    def try_step(state: _State, history: _History, count: Any) -> Any:
        y0, f0, _, t0, dt, coefficients = state
        limits = [
            v1.Assert(t0 + dt > t0, ["underflow in dt", dt]),
            v1.Assert(count < most, ["max_num_steps exceeded"]),
            v1.Assert(v1.reduce_all(v1.is_finite(abs(y0))), ["non-finite values in state `y`", y0]),
        ]
        with v1.control_dependencies(limits):
            y1, f1, error, slopes = dormand_prince.step(func, y0, f0, t0, dt)
        allowed = atol + rtol * v1.maximum(abs(y0), abs(y1))
        ratio = v1.sqrt(v1.reduce_mean(_square(error) / _square(allowed)))
        good = ratio <= 1
        state = _State(
            v1.cond(good, lambda: y1, lambda: y0),
            v1.cond(good, lambda: f1, lambda: f0),
            t0,
            v1.cond(good, lambda: t0 + dt, lambda: t0),
            _next_step(dt, ratio, safety, ifactor, dfactor),
            v1.cond(good, lambda: dormand_prince.fit(y0, y1, slopes, dt), lambda: coefficients),
        )
        points, ratios = history
        history = _History(points.write(points.size(), t0 + dt), ratios.write(ratios.size(), ratio))
        return state, history, count + 1

    def reach(solution: Any, history: _History, state: _State, i: Any) -> Any:
        state, history, _ = v1.while_loop(
            lambda state, *_: t[i] > state.t1, try_step, (state, history, 0), name="integrate_loop"
        )
        y = dormand_prince.evaluate(state.coefficients, state.t0, state.t1, t[i])
        return solution.write(i, y), history, state, i + 1

    with checks.increasing(t):
        number = v1.size(t)
    solution = v1.TensorArray(y0.dtype, size=number).write(0, y0)
    arrays = [v1.TensorArray(each.dtype, size=0, dynamic_size=True) for each in (t, rtol)]
    state = _State(y0, func(y0, t[0]), t[0], t[0], first, [y0] * 5)
    solution, history, _, _ = v1.while_loop(
        lambda solution, history, state, i: i < number,
        reach,
        (solution, _History(*arrays), state, 1),
        name="interpolate_loop",
    )
    y = solution.stack()
    y.set_shape(t.get_shape().concatenate(y0.get_shape()))
    if not full_output:
        return y
    points = history.points.stack()
    about = {
        "num_func_evals": 6 * v1.size(points) + 1,
        "integrate_points": points,
        "error_ratio": history.ratios.stack(),
    }
    return y, about


def _next_step(dt: Any, ratio: Any, safety: Any, ifactor: Any, dfactor: Any) -> Any:
    ratio = v1.cast(ratio, dt.dtype)
    factor = ratio ** v1.cast(1 / 5, dt.dtype) / safety
    return v1.div(dt, v1.maximum(1 / ifactor, v1.minimum(factor, 1 / dfactor)))


def _square(x: Any) -> Any:
    return v1.square(v1.real(x)) + v1.square(v1.imag(x)) if x.dtype.is_complex else v1.square(x)
