"""Distributions over scalars that have a location and a positive scale."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import check_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import Scalars, int32_shapes, parameter, positive


class LocScale(Scalars):
    """`loc` and `scale`: floating tensors that broadcast to the batch shape."""

    loc = parameter("_loc", "Where the distribution is.")
    scale = parameter("_scale", "How wide it is.")

    def _start_loc_scale(self, parameters: Any) -> None:
        loc, scale, name = (parameters[each] for each in ("loc", "scale", "name"))
        with v1.name_scope(name, values=[loc, scale]) as scope, positive([scale], parameters["validate_args"]):
            self._loc = v1.identity(loc, name="loc")
            self._scale = v1.identity(scale, name="scale")
            check_ops.assert_same_float_dtype([self._loc, self._scale])
        self._start(parameters, scope, self._scale.dtype, [self._loc, self._scale], full=True)

    @staticmethod
    def _param_shapes(sample_shape: Any) -> dict[str, Any]:
        return int32_shapes(("loc", "scale"), sample_shape)

    def _log_prob(self, x: Any) -> Any:
        return self._log_unnormalized_prob(x) - self._log_normalization()

    def _log_normalization(self) -> Any:
        return v1.log(self.scale)

    def _z(self, x: Any) -> Any:
        with v1.name_scope("standardize", values=[x]):
            return (x - self.loc) / self.scale
