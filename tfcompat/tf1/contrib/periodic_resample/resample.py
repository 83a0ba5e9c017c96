"""`periodic_resample`: what sub-pixel convolutions need. 1.15 had a kernel; this is a gather."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tfcompat.backend.one_op import one_op
from tfcompat.backend.v1api import v1


def periodic_resample(values: Any, shape: Sequence[int | None], name: str | None = None) -> Any:
    """`tf.contrib.periodic_resample.periodic_resample` of 1.15: `values` in `shape`, which has one None (or -1).

    The dimension that is None shrinks, its rest is cut off; the others grow, each by what is taken from it in turn.

    Raises:
      ValueError: the shape of `values` is not known, not one dimension is None, or another would shrink.
    """
    x = v1.convert_to_tensor(values, name="values")
    if not x.shape.is_fully_defined():
        raise ValueError(f"periodic_resample needs a known shape, received {x.shape}")
    given = x.shape.as_list()
    wanted = [-1 if size is None or size < 1 else int(size) for size in shape]
    if len(wanted) != len(given):
        raise ValueError(f"periodic_resample expects {len(given)} sizes in shape, received {list(shape)}")
    if wanted.count(-1) != 1:
        raise ValueError(f"periodic_resample expects exactly one size to be adjustable, received {list(shape)}")
    if any(0 < new < old for new, old in zip(wanted, given, strict=True)):
        raise ValueError(f"periodic_resample expects sizes of at least {given}, received {list(shape)}")
    kept = int(np.prod([size for size in wanted if size > 0], dtype=np.int64))
    wanted[wanted.index(-1)] = int(np.prod(given, dtype=np.int64)) // kept
    adjustable = next(i for i, size in enumerate(shape) if size is None or size < 1)
    result = _gathered(x, _places(given, wanted, adjustable))
    result.set_shape(wanted)
    return result


@one_op
def _gathered(x: Any, places: Any) -> Any:
    return v1.gather(v1.reshape(x, [-1]), places)


def _places(given: list[int], wanted: list[int], adjustable: int) -> np.ndarray:
    """For each element of the output its place in the flat input, int64 of shape `wanted`."""
    times = [-(-new // old) for new, old in zip(wanted, given, strict=True)]  # how often each size fits, rounded up
    steps = np.cumprod([1, *times[:-1]])
    at = list(np.indices(wanted, dtype=np.int64))
    turn = sum(steps[i] * (at[i] % times[i]) for i in range(len(given)) if i != adjustable)
    source = [at[i] // times[i] for i in range(len(given))]
    source[adjustable] = turn * wanted[adjustable] + at[adjustable]
    factors = [int(np.prod(given[i + 1 :], dtype=np.int64)) for i in range(len(given))]
    return sum(factor * each for factor, each in zip(factors, source, strict=True))
