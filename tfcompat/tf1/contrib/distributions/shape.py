"""`_DistributionShape`: which axes of a tensor are samples, batches and events, for the affine bijectors."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after, parameter


class _DistributionShape:
    """Splits shapes `sample + batch + event`, given how many dimensions batch and event have."""

    name = parameter("_name", "The name of the scope in which operations are made.")
    batch_ndims = parameter("_batch_ndims", "Batch dimensions, an int32 scalar.")
    event_ndims = parameter("_event_ndims", "Event dimensions, an int32 scalar.")
    validate_args = parameter("_validate_args", "Whether arguments are checked when run.")

    def __init__(
        self,
        batch_ndims: Any = None,
        event_ndims: Any = None,
        validate_args: bool = False,
        name: str = "DistributionShape",
    ) -> None:
        for value, what in ((batch_ndims, "batch_ndims"), (event_ndims, "event_ndims")):
            if value is None:
                raise ValueError(f"{what} cannot be None")
        self._validate_args = validate_args
        self._name = name
        with v1.name_scope(name), v1.name_scope("init"):
            self._batch_ndims = self._count(v1.convert_to_tensor(batch_ndims, name="batch_ndims"))
            self._batch_static, self._batch_is_0 = _introspected(self._batch_ndims)
            self._event_ndims = self._count(v1.convert_to_tensor(event_ndims, name="event_ndims"))
            self._event_static, self._event_is_0 = _introspected(self._event_ndims)

    def get_ndims(self, x: Any, name: str = "get_ndims") -> Any:
        """How many dimensions `x` has, an int32 scalar."""
        with self._name_scope(name, [x]):
            x = v1.convert_to_tensor(x, name="x")
            ndims = x.get_shape().ndims
            if ndims is None:
                return v1.rank(x, name="ndims")
            return v1.convert_to_tensor(ndims, dtype=v1.int32, name="ndims")

    def get_sample_ndims(self, x: Any, name: str = "get_sample_ndims") -> Any:
        """How many of them are samples."""
        with self._name_scope(name, [x]):
            ndims = self.get_ndims(x, name=name)
            if _all_static(ndims, self.batch_ndims, self.event_ndims):
                count = v1.get_static_value(ndims)
                samples = count - self._batch_static - self._event_static
                if samples < 0:
                    raise ValueError(
                        f"expected batch_ndims({self._batch_static}) + event_ndims({self._event_static}) "
                        f"<= ndims({count})"
                    )
                return v1.convert_to_tensor(samples, name="sample_ndims")
            with v1.name_scope("sample_ndims"):
                samples = ndims - self.batch_ndims - self.event_ndims
                return after([v1.assert_non_negative(samples)], samples) if self.validate_args else samples

    def get_dims(self, x: Any, name: str = "get_dims") -> tuple[Any, Any, Any]:
        """The axes of samples, batches and events, int32 vectors."""
        with self._name_scope(name, [x]):
            return self._split(x, name, "dims", _axes)

    def get_shape(self, x: Any, name: str = "get_shape") -> tuple[Any, Any, Any]:
        """The shapes of samples, batches and events, int32 vectors."""
        with self._name_scope(name, [x]):
            x = v1.convert_to_tensor(x, name="x")

            def sizes(start: list[Any], size: Any, part_name: str) -> Any:
                if x.get_shape().ndims is not None and _all_static(size, *start):
                    first = sum(v1.get_static_value(each) for each in start)
                    part = x.get_shape()[first : first + v1.get_static_value(size)].as_list()
                    if None not in part:
                        return v1.convert_to_tensor(part, dtype=v1.int32, name=part_name)
                return v1.slice(v1.shape(x), [sum(start)], [size])

            return self._split(x, name, "shape", sizes)

    def make_batch_of_event_sample_matrices(
        self, x: Any, expand_batch_dim: bool = True, name: str = "make_batch_of_event_sample_matrices"
    ) -> tuple[Any, Any]:
        """`x` as `batch + event + [samples]`, and the shape of the samples."""
        with self._name_scope(name, [x]):
            x = v1.convert_to_tensor(x, name="x")
            sample_shape, batch_shape, event_shape = self.get_shape(x)
            event_shape = util.pick_vector(self._event_is_0, [1], event_shape)
            if expand_batch_dim:
                batch_shape = util.pick_vector(self._batch_is_0, [1], batch_shape)
            x = v1.reshape(x, shape=v1.concat([[-1], batch_shape, event_shape], 0))
            return util.rotate_transpose(x, shift=-1), sample_shape

    def undo_make_batch_of_event_sample_matrices(
        self,
        x: Any,
        sample_shape: Any,
        expand_batch_dim: bool = True,
        name: str = "undo_make_batch_of_event_sample_matrices",
    ) -> Any:
        """The inverse of `make_batch_of_event_sample_matrices`."""
        with self._name_scope(name, [x, sample_shape]):
            x = v1.convert_to_tensor(x, name="x")
            sample_shape = v1.convert_to_tensor(sample_shape, name="sample_shape")
            x = util.rotate_transpose(x, shift=1)
            if _all_static(self.batch_ndims, self.event_ndims):
                added = ([-1] if self._event_is_0 else []) + ([1] if self._batch_is_0 and expand_batch_dim else [])
                if added:
                    x = v1.squeeze(x, axis=added)
                _, batch_shape, event_shape = self.get_shape(x)
            else:
                known = x.get_shape().is_fully_defined()
                shape = x.get_shape().as_list() if known else v1.shape(x)
                batch_shape = shape[1 : 1 + self.batch_ndims]
                expanded = v1.logical_and(expand_batch_dim, self._batch_is_0)
                start = v1.where_v2(expanded, 2, 1 + self.batch_ndims)
                event_shape = shape[start : start + self.event_ndims]
            return v1.reshape(x, shape=v1.concat([sample_shape, batch_shape, event_shape], 0))

    def _split(self, x: Any, name: str, suffix: str, part: Any) -> tuple[Any, Any, Any]:
        samples = self.get_sample_ndims(x, name=name)
        zero = v1.zeros([], dtype=v1.int32, name="zero")
        return (
            part([zero], samples, f"sample_{suffix}"),
            part([samples], self.batch_ndims, f"batch_{suffix}"),
            part([samples, self.batch_ndims], self.event_ndims, f"event_{suffix}"),
        )

    @contextlib.contextmanager
    def _name_scope(self, name: str, values: list[Any]) -> Iterator[Any]:
        with v1.name_scope(self.name), v1.name_scope(name, values=[*values, self.batch_ndims, self.event_ndims]) as at:
            yield at

    def _count(self, x: Any) -> Any:
        """`x`, checked to be an int32 scalar that is not negative."""
        x = v1.convert_to_tensor(x, name="x")
        if x.dtype.base_dtype != v1.int32:
            raise TypeError(f"{x.name}.dtype={x.dtype} is not {v1.int32}")
        static = v1.get_static_value(x)
        if x.get_shape().ndims is not None and static is not None:
            if x.get_shape().ndims != 0:
                raise ValueError(f"{x.name}.ndims={x.get_shape().ndims} is not 0 (scalar)")
            if static < 0:
                raise ValueError(f"{x.name}.value={static} cannot be negative")
            return x
        return after([v1.assert_rank(x, 0), v1.assert_non_negative(x)], x) if self.validate_args else x


def _axes(start: list[Any], size: Any, name: str) -> Any:
    if _all_static(size, *start):
        first = sum(v1.get_static_value(each) for each in start)
        axes = list(range(first, first + v1.get_static_value(size)))
        return v1.convert_to_tensor(axes, dtype=v1.int32, name=name)
    return v1.range(sum(start), sum(start) + size)


def _introspected(ndims: Any) -> tuple[Any, Any]:
    """The count if it is known, and whether it is 0."""
    static = v1.get_static_value(ndims)
    return (None, v1.equal(ndims, 0)) if static is None else (static, static == 0)


def _all_static(*tensors: Any) -> bool:
    return all(v1.get_static_value(each) is not None for each in tensors)
