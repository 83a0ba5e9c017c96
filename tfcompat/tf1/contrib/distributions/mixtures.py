"""What mixtures and other compound distributions share: broadcast shapes, padded weights, checks."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.internals_distributions import distribution as distribution_lib
from tfcompat.backend.internals_distributions import smart_cond, util
from tfcompat.backend.v1api import v1


def mixture_stddev(mixture_weight_vector: Any, mean_vector: Any, stddev_vector: Any) -> Any:
    """`[B]`: the standard deviation of B mixtures of K components; every argument is `[B, K]`."""
    mixture_weight_vector.shape.assert_has_rank(2)
    for vector, what in ((mean_vector, "means"), (stddev_vector, "stddevs")):
        if not vector.shape.is_compatible_with(mixture_weight_vector.shape):
            raise ValueError(f"Expecting {what} to have same shape as mixture weights.")
    weights = v1.expand_dims(mixture_weight_vector, axis=1)
    means = v1.expand_dims(mean_vector, axis=2)
    deviations = v1.expand_dims(stddev_vector, axis=2)

    def weighted(columns: Any) -> Any:
        return v1.reshape(v1.matmul(weights, columns), (-1,))

    mean, variance, mean_square = weighted(means), weighted(v1.square(deviations)), weighted(v1.square(means))
    return v1.sqrt(variance + mean_square - v1.square(mean))


def get_broadcast_shape(*tensors: Any) -> Any:
    """The shape to which tensors broadcast: a list if it is known, else a tensor."""
    static = functools.reduce(v1.broadcast_static_shape, [tensor.shape for tensor in tensors])
    if static.is_fully_defined():
        return static.as_list()
    return functools.reduce(v1.broadcast_dynamic_shape, [v1.shape(tensor) for tensor in tensors])


def maybe_check_scalar_distribution(distribution: Any, expected_base_dtype: Any, validate_args: bool) -> list[Any]:
    """Checks that a distribution is one scalar of a type; what can be known only when run is returned as checks."""
    if distribution.dtype != expected_base_dtype:
        expected = expected_base_dtype.name
        raise TypeError(f'dtype mismatch; distribution.dtype="{distribution.dtype.name}" is not "{expected}"')
    full = distribution_lib.FULLY_REPARAMETERIZED
    if validate_args and distribution.reparameterization_type != full:
        raise ValueError(
            "Base distribution should be reparameterized or be a function of non-trainable variables; "
            f'distribution.reparameterization_type = "{distribution.reparameterization_type}" '
            '!= "FULLY_REPARAMETERIZED".'
        )
    checks = []
    with v1.name_scope("check_distribution"):
        for name in ("is_scalar_event", "is_scalar_batch"):
            is_scalar = getattr(distribution, name)()
            static = static_value(is_scalar)
            message = f"distribution must be scalar; distribution.{name}=False is not True"
            if static is not None and not static:
                raise ValueError(message)
            if static is None and validate_args:
                checks.append(v1.assert_equal(is_scalar, True, message=message))
    return checks


def pad_mixture_dimensions(x: Any, mixture_distribution: Any, categorical_distribution: Any, event_ndims: Any) -> Any:
    """Weights of components, reshaped to broadcast against samples of the mixture."""
    with v1.name_scope("pad_mix_dims", values=[x]):
        more = v1.where_v2(
            categorical_distribution.is_scalar_batch(),
            _batch_ndims(mixture_distribution),
            _batch_ndims(mixture_distribution) - _batch_ndims(categorical_distribution),
        )
        shape = v1.shape(x)
        parts = [shape[:-1], v1.ones([more], dtype=v1.int32), shape[-1:], v1.ones([event_ndims], dtype=v1.int32)]
        return v1.reshape(x, shape=v1.concat(parts, axis=0))


def _batch_ndims(distribution: Any) -> Any:
    ndims = distribution.batch_shape.ndims
    return v1.shape(distribution.batch_shape_tensor())[0] if ndims is None else ndims


def static_value(x: Any) -> Any:
    """The value of a tensor, or None if it is known only when run."""
    return v1.get_static_value(v1.convert_to_tensor(x))


def concat_vectors(*vectors: Any) -> Any:
    """The vectors end to end: a list if all are known, else a tensor."""
    static = [static_value(vector) for vector in vectors]
    if any(vector is None for vector in static):
        return v1.concat(vectors, axis=0)
    return [value for vector in static for value in vector]


def move_dimension(x: Any, source_idx: Any, dest_idx: Any) -> Any:
    """`x` with the axis `source_idx` moved to `dest_idx`; both may be negative, or tensors."""
    ndims = util.prefer_static_rank(x)
    dtype = v1.int32 if isinstance(source_idx, int) else v1.as_dtype(source_idx.dtype)
    source = ndims + source_idx if source_idx < 0 else source_idx
    dest = ndims + dest_idx if dest_idx < 0 else dest_idx

    def ordered(*parts: Any) -> Any:
        ranges = [[part] if not isinstance(part, tuple) else v1.range(*part, dtype=dtype) for part in parts]
        return util.prefer_static_value(v1.concat(ranges, axis=0))

    def to_the_left() -> Any:
        return ordered((0, dest), source, (dest, source), (source + 1, ndims))

    def to_the_right() -> Any:
        return ordered((0, source), (source + 1, dest + 1), source, (dest + 1, ndims))

    def moved() -> Any:
        return v1.transpose(x, perm=smart_cond.smart_cond(source < dest, to_the_right, to_the_left))

    return smart_cond.smart_cond(v1.equal(source, dest), lambda: x, moved)
