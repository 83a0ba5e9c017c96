"""`ScipyOptimizerInterface` and its base: an optimizer outside TensorFlow that evaluates by a session."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1

_log = logging.getLogger("tensorflow")
# Methods that work in the precision of the vector they start from; the others are compiled for doubles.
_ANY_PRECISION = ("nelder-mead", "powell")
# Options that SciPy has renamed since, by method.
_RENAMED_OPTIONS = {"tnc": {"maxiter": "maxfun"}}


class ExternalOptimizerInterface:
    """`tf.contrib.opt.ExternalOptimizerInterface` of 1.15: to be inherited from, with a `_minimize` of one's own.

    `loss` and each of `equalities` (held at 0) and `inequalities` (held at 0 or above) are scalars; `var_to_bounds`
    maps variables to `(low, high)`. The variables, by default all trainable ones, are seen as one vector.
    """

    def __init__(
        self,
        loss: Any,
        var_list: Iterable[Any] | None = None,
        equalities: Sequence[Any] | None = None,
        inequalities: Sequence[Any] | None = None,
        var_to_bounds: Any = None,
        **optimizer_kwargs: Any,
    ) -> None:
        self._loss = loss
        self._equalities = list(equalities or [])
        self._inequalities = list(inequalities or [])
        self._vars = v1.trainable_variables() if var_list is None else list(var_list)
        self._packed_bounds = None if var_to_bounds is None else _pack_bounds(self._vars, var_to_bounds)
        self._update_placeholders = [v1.placeholder(var.dtype) for var in self._vars]
        self._var_updates = [
            var.assign(v1.reshape(placeholder, _shape(var)))
            for var, placeholder in zip(self._vars, self._update_placeholders, strict=True)
        ]
        loss_gradients = _gradients(loss, self._vars)
        equality_gradients = [_gradients(each, self._vars) for each in self._equalities]
        inequality_gradients = [_gradients(each, self._vars) for each in self._inequalities]
        self.optimizer_kwargs = optimizer_kwargs
        self._packed_var = self._pack(self._vars)
        self._packed_loss_grad = self._pack(loss_gradients)
        self._packed_equality_grads = [self._pack(each) for each in equality_gradients]
        self._packed_inequality_grads = [self._pack(each) for each in inequality_gradients]
        ends = np.cumsum([0, *(int(np.prod(_shape(var), dtype=np.int64)) for var in self._vars)]).tolist()
        self._packing_slices = [slice(start, end) for start, end in zip(ends[:-1], ends[1:], strict=True)]

    def minimize(
        self,
        session: Any = None,
        feed_dict: Any = None,
        fetches: Any = None,
        step_callback: Callable[[Any], Any] | None = None,
        loss_callback: Callable[..., Any] | None = None,
        **run_kwargs: Any,
    ) -> None:
        """Minimizes at once, and then assigns the variables.

        `step_callback` is called with the packed vector at each step, `loss_callback` with the values of `fetches` at
        each evaluation of the loss; `run_kwargs` go to the `session.run` that assigns.
        """
        session = session or v1.get_default_session()
        feed_dict, fetches = feed_dict or {}, fetches or []

        def function(tensors: Any, callback: Any = None) -> Callable[[Any], Any]:
            return self._make_eval_func(tensors, session, feed_dict, fetches, callback)

        packed = self._minimize(
            initial_val=session.run(self._packed_var),
            loss_grad_func=function([self._loss, self._packed_loss_grad], loss_callback),
            equality_funcs=[function(each) for each in self._equalities],
            equality_grad_funcs=[function(each) for each in self._packed_equality_grads],
            inequality_funcs=[function(each) for each in self._inequalities],
            inequality_grad_funcs=[function(each) for each in self._packed_inequality_grads],
            packed_bounds=self._packed_bounds,
            step_callback=step_callback or (lambda vector: None),
            optimizer_kwargs=self.optimizer_kwargs,
        )
        values = [packed[place] for place in self._packing_slices]
        feed = dict(zip(self._update_placeholders, values, strict=True))
        session.run(self._var_updates, feed_dict=feed, **run_kwargs)

    def _minimize(
        self,
        initial_val: Any,
        loss_grad_func: Any,
        equality_funcs: Any,
        equality_grad_funcs: Any,
        inequality_funcs: Any,
        inequality_grad_funcs: Any,
        packed_bounds: Any,
        step_callback: Any,
        optimizer_kwargs: Any,
    ) -> Any:
        """The best vector, from an initial one and functions of such vectors."""
        raise NotImplementedError(
            "To use ExternalOptimizerInterface, subclass from it and implement the _minimize() method."
        )

    @classmethod
    def _pack(cls, tensors: Sequence[Any]) -> Any:
        """Tensors as one vector; None if there are none."""
        if not tensors:
            return None
        flat = [v1.reshape(tensor, [-1]) for tensor in tensors]
        return flat[0] if len(flat) == 1 else v1.concat(flat, 0)

    def _make_eval_func(
        self, tensors: Any, session: Any, feed_dict: Any, fetches: Any, callback: Any = None
    ) -> Callable[[Any], Any]:
        """A function of the packed vector that answers the values of `tensors`, a list."""
        wanted = tensors if isinstance(tensors, list) else [tensors]

        def evaluate(vector: Any) -> Any:
            feed = {
                var: vector[place].reshape(_shape(var))
                for var, place in zip(self._vars, self._packing_slices, strict=True)
            }
            values = session.run(wanted + fetches, feed_dict={**feed, **feed_dict})
            if callable(callback):
                callback(*values[len(wanted) :])
            return values[: len(wanted)]

        return evaluate


class ScipyOptimizerInterface(ExternalOptimizerInterface):
    """`tf.contrib.opt.ScipyOptimizerInterface` of 1.15: `scipy.optimize.minimize`, by default with L-BFGS-B.

    Keywords beyond those of the base class (`method`, `options`, `tol` …) go to SciPy.

    Raises (when it minimizes):
      ValueError: a keyword is one that is set here, or SciPy refuses something.
      ModuleNotFoundError: SciPy is not installed.
    """

    _DEFAULT_METHOD = "L-BFGS-B"

    def _minimize(
        self,
        initial_val: Any,
        loss_grad_func: Any,
        equality_funcs: Any,
        equality_grad_funcs: Any,
        inequality_funcs: Any,
        inequality_grad_funcs: Any,
        packed_bounds: Any,
        step_callback: Any,
        optimizer_kwargs: Any,
    ) -> Any:
        settings = dict(optimizer_kwargs)
        method = settings.pop("method", self._DEFAULT_METHOD)
        constraints = [
            {"type": kind, "fun": _scalar(value), "jac": _vector(gradient)}
            for kind, values, gradients in (
                ("eq", equality_funcs, equality_grad_funcs),
                ("ineq", inequality_funcs, inequality_grad_funcs),
            )
            for value, gradient in zip(values, gradients, strict=True)
        ]
        ours = {
            "jac": True,
            # SciPy now calls with `intermediate_result=` whatever has an argument of that name, else with the vector.
            "callback": lambda vector: step_callback(vector),
            "method": method,
            "constraints": constraints,
            "bounds": packed_bounds,
        }
        _refuse(ours, settings)

        def loss_and_gradient(vector: Any) -> tuple[float, Any]:
            # SciPy's compiled code wants doubles, and no array where a number is meant.
            loss, gradient = loss_grad_func(vector)
            return float(loss), gradient.astype("float64")

        minimize = importlib.import_module("scipy.optimize").minimize
        if method.lower() not in _ANY_PRECISION:
            initial_val = initial_val.astype("float64")
        if "options" in settings:
            settings["options"] = _todays(method, settings["options"])
        result = minimize(loss_and_gradient, initial_val, **{**ours, **settings})
        _report(result)
        return result["x"]


def _refuse(ours: dict[str, Any], settings: dict[str, Any]) -> None:
    for keyword in ours:
        if keyword in settings:
            if keyword == "bounds":
                raise ValueError("Bounds must be set using the var_to_bounds argument")
            raise ValueError(f"Optimizer keyword arg '{keyword}' is set automatically and cannot be injected manually")


def _todays(method: str, options: dict[str, Any]) -> dict[str, Any]:
    renamed = _RENAMED_OPTIONS.get(method.lower(), {})
    return {renamed.get(option, option): value for option, value in options.items()}


def _report(result: Any) -> None:
    """Logs how the minimization ended, in 1.15's words."""
    message = result.message.decode() if isinstance(result.message, bytes) else result.message
    lines = ["Optimization terminated with:", "  Message: %s", "  Objective function value: %f"]
    values: list[Any] = [message, result.fun]
    for field, line in (("nit", "  Number of iterations: %d"), ("nfev", "  Number of functions evaluations: %d")):
        if hasattr(result, field):  # not every method counts them
            lines.append(line)
            values.append(result[field])
    _log.info("\n".join(lines), *values)


def _scalar(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda vector: np.asarray(function(vector), np.float64).reshape(-1)


def _vector(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda vector: np.asarray(function(vector)[0], np.float64)


def _pack_bounds(variables: Sequence[Any], var_to_bounds: Any) -> list[tuple[Any, Any]]:
    """`(low, high)` for each element of the packed vector."""
    low: list[Any] = []
    high: list[Any] = []
    for variable in variables:
        bounds = var_to_bounds.get(variable, (-np.inf, np.inf))
        low.extend(np.broadcast_to(bounds[0], _shape(variable)).flat)
        high.extend(np.broadcast_to(bounds[1], _shape(variable)).flat)
    return list(zip(low, high, strict=True))


def _shape(variable: Any) -> tuple[int, ...]:
    return tuple(variable.get_shape().as_list())


def _gradients(tensor: Any, variables: Sequence[Any]) -> list[Any]:
    """The gradients, zeros where there is none."""
    found = v1.gradients(tensor, variables)
    return [
        v1.zeros_like(variable) if gradient is None else gradient
        for variable, gradient in zip(variables, found, strict=True)
    ]
