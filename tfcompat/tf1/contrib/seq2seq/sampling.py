"""Draws that the helpers make, op by op as 1.15 made them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1


def bernoulli_sample(
    probs: Any = None, logits: Any = None, dtype: Any = v1.int32, sample_shape: Any = (), seed: int | None = None
) -> Any:
    """`sample_shape + shape of probs`: 1 with the probability given, or else with the logarithmic odds given."""
    probs = v1.sigmoid(logits, name="probs") if probs is None else v1.convert_to_tensor(probs, name="probs")
    batch = v1.shape(probs)

    def draw(count: Any) -> Any:
        uniform = v1.random_uniform(v1.concat([[count], batch], 0), seed=seed, dtype=probs.dtype)
        return v1.cast(v1.less(uniform, probs), dtype)

    return _drawn(draw, sample_shape)


def categorical_sample(logits: Any, dtype: Any = v1.int32, sample_shape: Any = (), seed: int | None = None) -> Any:
    """`sample_shape + shape of logits without its last dimension`: numbers of classes."""
    logits = v1.convert_to_tensor(logits, name="logits")
    classes, batch = v1.shape(logits)[-1], v1.shape(logits)[:-1]

    def draw(count: Any) -> Any:
        rows = logits if logits.shape.ndims == 2 else v1.reshape(logits, [-1, classes])
        drawn_dtype = v1.int64 if logits.dtype.size > 4 else v1.int32
        draws = v1.multinomial(rows, count, seed=seed, output_dtype=drawn_dtype)
        draws = v1.reshape(v1.transpose(draws), v1.concat([[count], batch], 0))
        return v1.cast(draws, dtype)

    return _drawn(draw, sample_shape)


def _drawn(draw: Callable[[Any], Any], sample_shape: Any) -> Any:
    """Draws as many as `sample_shape`, a scalar or a vector, asks for."""
    with v1.name_scope(None, "call_sampler", values=[sample_shape]):
        shape = v1.convert_to_tensor(sample_shape, dtype=v1.int32, name="sample_shape")
        missing = v1.cast(v1.equal(v1.rank(shape), 0), v1.int32)
        shape = v1.reshape(shape, v1.pad(v1.shape(shape), paddings=[[missing, 0]], constant_values=1))
        samples = draw(v1.reduce_prod(shape))
        each = v1.shape(samples)[1:]
        return v1.reshape(samples, v1.concat([shape, each], 0))
