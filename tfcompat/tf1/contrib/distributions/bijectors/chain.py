"""`Chain`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector


class Chain(Bijector):
    """`y = first(second(... last(x)))`; keyword arguments of a call go to the bijector of that name."""

    def __init__(
        self, bijectors: Sequence[Any] | None = None, validate_args: bool = False, name: str | None = None
    ) -> None:
        self._bijectors = bijectors = () if bijectors is None else bijectors
        for each in bijectors:
            if not each._is_injective:
                raise NotImplementedError(f"Invert is not implemented for non-injective bijector ({each.name})")
        super().__init__(
            graph_parents=[parent for each in bijectors for parent in each.graph_parents],
            forward_min_event_ndims=_least_ndims([_ndims(each) for each in reversed(bijectors)]),
            inverse_min_event_ndims=_least_ndims([_ndims(each)[::-1] for each in bijectors]),
            is_constant_jacobian=all(each.is_constant_jacobian for each in bijectors),
            validate_args=validate_args,
            dtype=_common_dtype(bijectors),
            name=name or ("_of_".join(["chain", *(each.name for each in bijectors)]) if bijectors else "identity"),
        )

    @property
    def bijectors(self) -> Any:
        """The parts, the one that is applied last first."""
        return self._bijectors

    def _forward_event_shape(self, input_shape: Any) -> Any:
        for each in reversed(self.bijectors):
            input_shape = each.forward_event_shape(input_shape)
        return input_shape

    def _forward_event_shape_tensor(self, input_shape: Any) -> Any:
        for each in reversed(self.bijectors):
            input_shape = each.forward_event_shape_tensor(input_shape)
        return input_shape

    def _inverse_event_shape(self, output_shape: Any) -> Any:
        for each in self.bijectors:
            output_shape = each.inverse_event_shape(output_shape)
        return output_shape

    def _inverse_event_shape_tensor(self, output_shape: Any) -> Any:
        for each in self.bijectors:
            output_shape = each.inverse_event_shape_tensor(output_shape)
        return output_shape

    def _forward(self, x: Any, **kwargs: Any) -> Any:
        for each in reversed(self.bijectors):
            x = each.forward(x, **kwargs.get(each.name, {}))
        return x

    def _inverse(self, y: Any, **kwargs: Any) -> Any:
        for each in self.bijectors:
            y = each.inverse(y, **kwargs.get(each.name, {}))
        return y

    def _inverse_log_det_jacobian(self, y: Any, **kwargs: Any) -> Any:
        return self._log_det(y, "inverse", list(self.bijectors), self.inverse_min_event_ndims, kwargs)

    def _forward_log_det_jacobian(self, x: Any, **kwargs: Any) -> Any:
        return self._log_det(x, "forward", list(reversed(self.bijectors)), self.forward_min_event_ndims, kwargs)

    def _log_det(self, value: Any, way: str, parts: list[Any], least: int, kwargs: dict[str, Any]) -> Any:
        """The sum of the parts' log-determinants, each over the event dimensions that it meets."""
        value = v1.convert_to_tensor(value, name="y" if way == "inverse" else "x")
        total = v1.cast(0.0, dtype=value.dtype.base_dtype)
        if not parts:
            return total
        ndims = self._maybe_get_static_event_ndims(least)
        if _is_static(value, ndims):
            event_shape = value.shape[value.shape.ndims - ndims :]
        else:
            event_shape = v1.shape(value)[v1.rank(value) - ndims :]
        for each in parts:
            own = kwargs.get(each.name, {})
            total += getattr(each, f"{way}_log_det_jacobian")(value, event_ndims=ndims, **own)
            if _is_static(value, ndims):
                event_shape = getattr(each, f"{way}_event_shape")(event_shape)
                ndims = self._maybe_get_static_event_ndims(event_shape.ndims)
            else:
                event_shape = getattr(each, f"{way}_event_shape_tensor")(event_shape)
                size = v1.size(event_shape)
                static = self._maybe_get_static_event_ndims(size)
                ndims = size if static is None else static
            value = getattr(each, way)(value, **own)
        return total


def _is_static(value: Any, ndims: Any) -> bool:
    return value.shape.is_fully_defined() and isinstance(ndims, int)


def _ndims(bijector: Any) -> tuple[int, int]:
    return bijector.forward_min_event_ndims, bijector.inverse_min_event_ndims


def _least_ndims(steps: Sequence[tuple[int, int]]) -> int:
    """How many event dimensions the whole needs, from (needed, left) of each step in the order of application."""
    least = have = 0
    for needed, left in steps:
        if have < needed:
            least += needed - have
        have = max(needed, have) - (needed - left)
    return least


def _common_dtype(bijectors: Sequence[Any]) -> Any:
    dtypes = list({each.dtype for each in bijectors})
    known = [dtype for dtype in dtypes if dtype is not None]
    if len(dtypes) > 2:
        raise ValueError(f"incompatible dtypes: {dtypes}")
    return known[0] if known else None
