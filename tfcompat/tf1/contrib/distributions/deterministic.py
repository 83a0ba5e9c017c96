"""`tf.contrib.distributions.Deterministic` and `VectorDeterministic`: all mass at one point, give or take."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import distribution
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after, parameter

_Distribution: Any = distribution.Distribution


class _BaseDeterministic(_Distribution):
    """The point `loc`; what lies within `atol + rtol * abs(loc)` of it counts as equal."""

    loc = parameter("_loc", "The point.")
    atol = parameter("_atol", "Absolute tolerance.")
    rtol = parameter("_rtol", "Relative tolerance.")

    def _start(self, parameters: dict[str, Any], is_vector: bool) -> None:
        loc, atol, rtol, name = (parameters[each] for each in ("loc", "atol", "rtol", "name"))
        with v1.name_scope(name, values=[loc, atol, rtol]) as scope:
            loc = v1.convert_to_tensor(loc, name="loc")
            self._loc = _vector(loc) if is_vector and parameters["validate_args"] else loc
            super().__init__(
                dtype=self._loc.dtype,
                reparameterization_type=distribution.NOT_REPARAMETERIZED,
                validate_args=parameters["validate_args"],
                allow_nan_stats=parameters["allow_nan_stats"],
                parameters=parameters,
                graph_parents=[self._loc],
                name=scope,
            )
            self._atol = self._tolerance(atol)
            self._rtol = self._tolerance(rtol)
            self._slack = self.atol if rtol is None else self.atol + self.rtol * v1.abs(self.loc)

    def _tolerance(self, value: Any) -> Any:
        if value is None:
            return v1.convert_to_tensor(0, dtype=self.loc.dtype)
        value = v1.convert_to_tensor(value, dtype=self.loc.dtype)
        if not self.validate_args:
            return value
        return after([v1.assert_non_negative(value, message="Argument 'tol' must be non-negative")], value)

    def _entropy(self) -> Any:
        return v1.zeros(self.batch_shape_tensor(), dtype=self.dtype)

    def _mean(self) -> Any:
        return v1.identity(self.loc)

    def _variance(self) -> Any:
        return v1.zeros_like(self.loc)

    def _mode(self) -> Any:
        return self.mean()

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        static = v1.get_static_value(v1.convert_to_tensor(n))
        if static is not None and self.loc.get_shape().ndims is not None:
            multiples: Any = [static] + [1] * self.loc.get_shape().ndims
        else:
            multiples = v1.concat(([n], v1.ones_like(v1.shape(self.loc))), axis=0)
        return v1.tile(self.loc[v1.newaxis, ...], multiples=multiples)


class Deterministic(_BaseDeterministic):
    """A point on the line; the batch shape is that of `loc`."""

    def __init__(
        self,
        loc: Any,
        atol: Any = None,
        rtol: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "Deterministic",
    ) -> None:
        self._start(dict(locals()), is_vector=False)

    def _batch_shape_tensor(self) -> Any:
        return v1.shape(self.loc)

    def _batch_shape(self) -> Any:
        return self.loc.get_shape()

    def _event_shape_tensor(self) -> Any:
        return v1.constant([], dtype=v1.int32)

    def _event_shape(self) -> Any:
        return v1.TensorShape([])

    def _prob(self, x: Any) -> Any:
        return v1.cast(v1.abs(x - self.loc) <= self._slack, dtype=self.dtype)

    def _cdf(self, x: Any) -> Any:
        return v1.cast(x >= self.loc - self._slack, dtype=self.dtype)


class VectorDeterministic(_BaseDeterministic):
    """A point in `R^k`; `loc` is `batch_shape + [k]`."""

    def __init__(
        self,
        loc: Any,
        atol: Any = None,
        rtol: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "VectorDeterministic",
    ) -> None:
        self._start(dict(locals()), is_vector=True)

    def _batch_shape_tensor(self) -> Any:
        return v1.shape(self.loc)[:-1]

    def _batch_shape(self) -> Any:
        return self.loc.get_shape()[:-1]

    def _event_shape_tensor(self) -> Any:
        return v1.shape(self.loc)[-1]

    def _event_shape(self) -> Any:
        return self.loc.get_shape()[-1:]

    def _prob(self, x: Any) -> Any:
        if self.validate_args:
            with v1.control_dependencies([v1.assert_rank_at_least(x, 1)]):
                size = v1.gather(v1.shape(x), v1.rank(x) - 1)
            message = "Argument 'x' not defined in the same space R^k as this distribution"
            x = after([v1.assert_equal(self.event_shape_tensor(), size, message=message)], x)
        return v1.cast(v1.reduce_all(v1.abs(x - self.loc) <= self._slack, axis=-1), dtype=self.dtype)


def _vector(loc: Any) -> Any:
    message = "Argument loc must be at least rank 1."
    ndims = loc.get_shape().ndims
    if ndims is None:
        return after([v1.assert_rank_at_least(loc, 1, message=message)], loc)
    if ndims < 1:
        raise ValueError(message)
    return loc
