"""Random numbers as Keras 2.3.1 draws them: an operation without a seed takes one from NumPy's global generator.

So `numpy.random.seed` decides a model's initial weights and its dropout, whatever else is in the graph.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras, v1

SEEDS = 10_000_000


def seed_or_next(seed: Any, below: int = SEEDS) -> Any:
    """The seed, or the next number of NumPy's global generator."""
    return np.random.randint(below) if seed is None else seed


def _dtype(dtype: Any) -> Any:
    return dtype or keras().backend.floatx()


def uniform(shape: Any, minval: Any = 0.0, maxval: Any = 1.0, dtype: Any = None, seed: Any = None) -> Any:
    """`K.random_uniform`."""
    return v1.random_uniform(shape, minval, maxval, dtype=_dtype(dtype), seed=seed_or_next(seed))


def normal(shape: Any, mean: Any = 0.0, stddev: Any = 1.0, dtype: Any = None, seed: Any = None) -> Any:
    """`K.random_normal`."""
    return v1.random_normal(shape, mean, stddev, dtype=_dtype(dtype), seed=seed_or_next(seed))


def truncated_normal(shape: Any, mean: Any = 0.0, stddev: Any = 1.0, dtype: Any = None, seed: Any = None) -> Any:
    """`K.truncated_normal`."""
    return v1.truncated_normal(shape, mean, stddev, dtype=_dtype(dtype), seed=seed_or_next(seed))


def binomial(shape: Any, p: Any = 0.0, dtype: Any = None, seed: Any = None) -> Any:
    """`K.random_binomial`: ones with probability `p`, else zeros."""
    dtype = _dtype(dtype)
    drawn = v1.random_uniform(shape, dtype=dtype, seed=seed_or_next(seed))
    return v1.where(drawn <= p, v1.ones(shape, dtype=dtype), v1.zeros(shape, dtype=dtype))


def dropout(x: Any, level: Any, noise_shape: Any = None, seed: Any = None) -> Any:
    """`K.dropout`: the tensor with a share `level` of its entries set to zero, the others scaled up."""
    return v1.nn.dropout(x, rate=level, noise_shape=noise_shape, seed=seed_or_next(seed))
