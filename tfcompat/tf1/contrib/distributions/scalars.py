"""What the distributions over scalars share: parameters, shapes, checks, and how a constructor ends."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import numpy as np

from tfcompat.backend.internals_distributions import distribution, util
from tfcompat.backend.v1api import v1

_Distribution: Any = distribution.Distribution


class Scalars(_Distribution):
    """A distribution over scalars; its batch shape is what the parameters in `_shaped_by` broadcast to."""

    _shaped_by: ClassVar[tuple[str, ...]] = ("_loc", "_scale")

    def _start(self, parameters: Mapping[str, Any], name: str, dtype: Any, parents: Sequence[Any], full: bool) -> None:
        """The base class's constructor; `full`: whether samples are differentiable functions of the parameters."""
        kinds = distribution.NOT_REPARAMETERIZED, distribution.FULLY_REPARAMETERIZED
        super().__init__(
            dtype=dtype,
            reparameterization_type=kinds[full],
            validate_args=parameters["validate_args"],
            allow_nan_stats=parameters["allow_nan_stats"],
            parameters=parameters,
            graph_parents=list(parents),
            name=name,
        )

    def _shaping(self) -> list[Any]:
        return [getattr(self, name) for name in self._shaped_by]

    def _batch_shape_tensor(self) -> Any:
        return functools.reduce(v1.broadcast_dynamic_shape, [v1.shape(each) for each in self._shaping()])

    def _batch_shape(self) -> Any:
        return functools.reduce(v1.broadcast_static_shape, [each.get_shape() for each in self._shaping()])

    def _event_shape_tensor(self) -> Any:
        return v1.constant([], dtype=v1.int32)

    def _event_shape(self) -> Any:
        return v1.TensorShape([])

    def _drawn_shape(self, n: Any) -> Any:
        """`[n] + batch_shape`."""
        return v1.concat([[n], self.batch_shape_tensor()], 0)

    def _open_uniform(self, shape: Any, seed: Any) -> Any:
        return open_uniform(shape, self.dtype, seed)

    def _counts(self, x: Any) -> Any:
        """`x`, checked to be non-negative integers if arguments are validated."""
        return util.embed_check_nonnegative_integer_form(x) if self.validate_args else x

    def _or_nan(self, value: Any, known: Any, checks: Any) -> Any:
        """`value` where `known()`, else NaN; an error from `checks()` if NaN is not allowed."""
        if not self.allow_nan_stats:
            return after(checks(), value)
        nan = v1.fill(self.batch_shape_tensor(), np.array(np.nan, dtype=self.dtype.as_numpy_dtype()), name="nan")
        return v1.where_v2(known(), value, nan)


def parameter(attribute: str, doc: str) -> Any:
    """A property that reads what the constructor kept."""
    return property(lambda self: getattr(self, attribute), doc=doc)


def open_uniform(shape: Any, dtype: Any, seed: Any) -> Any:
    """Draws from the open interval (0, 1), whose logarithms are finite."""
    tiny = np.finfo(dtype.as_numpy_dtype).tiny
    return v1.random_uniform(shape=shape, minval=tiny, maxval=1.0, dtype=dtype, seed=seed)


def after(checks: Sequence[Any], value: Any) -> Any:
    """`value`, once the checks have run."""
    with v1.control_dependencies(list(checks)):
        return v1.identity(value)


def positive(values: Sequence[Any], validate_args: bool) -> Any:
    """The scope in which parameters are read: with checks that `values` are positive, if they are validated."""
    return v1.control_dependencies([v1.assert_positive(each) for each in values] if validate_args else [])


def int32_shapes(names: Sequence[str], sample_shape: Any) -> dict[str, Any]:
    """For `_param_shapes`: every parameter has the shape of the samples."""
    return dict.fromkeys(names, v1.convert_to_tensor(sample_shape, dtype=v1.int32))
