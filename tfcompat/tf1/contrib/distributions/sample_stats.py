"""`auto_correlation` and `percentile` of samples."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after


def auto_correlation(
    x: Any,
    axis: int = -1,
    max_lags: Any = None,
    center: bool = True,
    normalize: bool = True,
    name: str = "auto_correlation",
) -> Any:
    """`x` with `axis` as lags 0 to `max_lags` (all by default): the products of elements so far apart, averaged.

    Floating or complex; `center` subtracts the mean, `normalize` divides by lag 0.
    """
    with v1.name_scope(name, values=[x]):
        x = v1.convert_to_tensor(x, name="x")
        dtype = x.dtype
        if not dtype.is_complex and not dtype.is_floating:
            raise TypeError(f"Argument x must have either float or complex dtype found: {dtype}")
        rank = util.prefer_static_rank(x)
        shift = rank - 1 - (rank + axis if axis < 0 else axis)
        x = util.rotate_transpose(x, shift)
        if center:
            x -= v1.reduce_mean(x, axis=-1, keepdims=True)
        length = util.prefer_static_shape(x)[-1]
        lags, is_static = _lags(max_lags, length, x.shape.is_fully_defined())
        products = v1.cast(_products(x, length, dtype), dtype)[..., : lags + 1]
        if is_static:
            products.set_shape([*x.shape.as_list()[:-1], min(length, lags + 1)])
        length, lags = (v1.cast(each, dtype.real_dtype) for each in (length, lags))
        result = products / v1.cast(length - v1.range(0.0, lags + 1.0), dtype)
        if normalize:
            result /= result[..., :1]
        return util.rotate_transpose(result, -shift)


def _products(x: Any, length: Any, dtype: Any) -> Any:
    """The sums of products at each lag, through the spectrum of `x` with zeros behind it."""
    # The transform is fastest at powers of 2, and what is shifted over the end must meet zeros.
    long = v1.cast(length, np.float64)
    target = v1.pow(np.float64(2.0), v1.ceil(v1.log(long * 2) / np.log(2.0)))
    padded = util.pad(x, axis=-1, back=True, count=v1.cast(target - long, np.int32))
    if not dtype.is_complex:
        padded = v1.complex(padded, dtype.real_dtype.as_numpy_dtype(0.0))
    spectrum = v1.fft(padded)
    return v1.ifft(spectrum * v1.conj(spectrum))


def _lags(max_lags: Any, length: Any, is_static: bool) -> tuple[Any, bool]:
    if max_lags is None:
        return length - 1, is_static
    max_lags = v1.convert_to_tensor(max_lags, name="max_lags")
    known = v1.get_static_value(max_lags)
    if known is None or not is_static:
        return v1.minimum(length - 1, max_lags), False
    return min(length - 1, known), True


def percentile(
    x: Any,
    q: Any,
    axis: Any = None,
    interpolation: str | None = None,
    keep_dims: bool = False,
    validate_args: bool = False,
    name: str | None = None,
) -> Any:
    """The `q`-th percentile, `q` a scalar from 0 to 100, over `axis` (known axes; all by default).

    It is an element of `x`: the one `nearest` (default), `lower` or `higher`.
    """
    roundings = {"lower": v1.ceil, "higher": v1.floor, "nearest": v1.round}
    interpolation = "nearest" if interpolation is None else interpolation
    if interpolation not in roundings:
        raise ValueError(f"Argument 'interpolation' must be in {set(roundings)}.  Found {interpolation}")
    with v1.name_scope(name or "percentile", values=[x, q]):
        x = v1.convert_to_tensor(x, name="x")
        q = _checked_q(v1.cast(q, v1.float64, name="q"), validate_args)
        if axis is None:
            values = v1.reshape(x, [-1])
        else:
            axis = _axes(axis, x)
            values = _flattened(x, axis)
        # The values are sorted downwards.
        above = 1.0 - q / 100.0
        index = roundings[interpolation]((v1.cast(v1.shape(values)[-1], v1.float64) - 1) * above)
        size = v1.shape(values)[-1]
        index = v1.clip_by_value(v1.cast(index, v1.int32), 0, size - 1)
        ordered, _ = v1.nn.top_k(values, k=v1.shape(values)[-1])
        result = ordered[..., index]
        result.set_shape(values.get_shape()[:-1])
        if not keep_dims:
            return result
        if axis is None:
            ndims = x.get_shape().ndims
            ones = v1.ones(shape=[v1.rank(x) if ndims is None else ndims], dtype=v1.int32)
            return result * v1.ones(ones, dtype=x.dtype)
        for each in sorted(axis):
            result = v1.expand_dims(result, axis=each)
        return result


def _checked_q(q: Any, validate_args: bool) -> Any:
    if q.get_shape().ndims not in (None, 0):
        raise ValueError(f"Expected argument 'x' to have ndims 0.  Found tensor {q}")
    if not validate_args:
        return q
    low, high = v1.cast(0.0, v1.float64), v1.cast(100.0, v1.float64)
    return after([v1.assert_rank(q, 0), v1.assert_greater_equal(q, low), v1.assert_less_equal(q, high)], q)


def _axes(axis: Any, x: Any) -> list[int]:
    """The axes as integers from 0 on."""
    axis = v1.convert_to_tensor(axis, name="axis")
    v1.assert_integer(axis)
    if axis.get_shape().ndims is None or axis.get_shape().ndims > 1:
        raise ValueError(f"Expected argument 'x' to have ndims <= 1.  Found tensor {axis}")
    known = v1.get_static_value(axis)
    if known is None:
        raise ValueError(f"Expected argument 'axis' to be statically available.  Found: {axis}")
    ndims = x.get_shape().ndims
    if ndims is None:
        raise ValueError(f"Expected argument 'x' to have statically defined 'ndims'.  Found: {x}")
    if ndims < 1:
        raise ValueError(f"Expected argument 'x' to have ndims >= 1.  Found tensor {x}")
    axes = [int(each) for each in np.atleast_1d(known)]
    for each in axes:
        if each >= ndims:
            raise ValueError(f"dim {each} not in the interval [0, {ndims - 1}].")
        if each < -ndims:
            raise ValueError(f"Negatively indexed dim {each} not in the interval [-{ndims}, -1]")
    return [each % ndims for each in axes]


def _flattened(x: Any, axes: list[int]) -> Any:
    """`x` with the axes moved to the end, as one."""
    ndims = x.get_shape().ndims
    front = [each for each in range(ndims) if each not in axes]
    moved = v1.transpose(x, perm=front + axes)
    if x.get_shape().is_fully_defined():
        sizes = x.get_shape().as_list()
        return v1.reshape(moved, shape=[*(sizes[each] for each in front), np.prod([sizes[each] for each in axes])])
    return v1.reshape(moved, shape=v1.concat([v1.shape(moved)[: len(front)], [-1]], axis=0))
