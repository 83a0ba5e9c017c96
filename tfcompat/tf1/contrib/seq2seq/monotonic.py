"""Weights that only move forward in the memory (arXiv:1704.00784)."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


def safe_cumprod(x: Any, *args: Any, **kwargs: Any) -> Any:
    """The product of all before, of numbers from 0 to 1, as a sum of logarithms; arguments as `tf.cumsum`."""
    with v1.name_scope(None, "SafeCumprod", [x]):
        x = v1.convert_to_tensor(x, name="x")
        tiny = np.finfo(x.dtype.as_numpy_dtype).tiny
        return v1.exp(v1.cumsum(v1.log(v1.clip_by_value(x, tiny, 1)), *args, **kwargs))


def monotonic_attention(p_choose_i: Any, previous_attention: Any, mode: str) -> Any:
    """`[batch, time]` weights from the chances to stop at each place and the weights before.

    `mode`: `recursive` (exact, slow), `parallel` (not exact where chances are near 0 or 1), `hard` (chances 0 or 1).

    Raises:
      ValueError: another mode.
    """
    chances = v1.convert_to_tensor(p_choose_i, name="p_choose_i")
    before = v1.convert_to_tensor(previous_attention, name="previous_attention")
    if mode == "recursive":
        batch = v1.dimension_value(chances.shape[0]) or v1.shape(chances)[0]
        passed = v1.concat([v1.ones((batch, 1)), 1 - chances[:, :-1]], 1)
        arrived = v1.scan(
            lambda x, yz: v1.reshape(yz[0] * x + yz[1], (batch,)),
            [v1.transpose(passed), v1.transpose(before)],
            v1.zeros((batch,)),
        )
        return chances * v1.transpose(arrived)
    if mode == "parallel":
        passed = safe_cumprod(1 - chances, axis=1, exclusive=True)
        return chances * passed * v1.cumsum(before / v1.clip_by_value(passed, 1e-10, 1.0), axis=1)
    if mode == "hard":
        chances *= v1.cumsum(before, axis=1)
        return chances * v1.cumprod(1 - chances, axis=1, exclusive=True)
    raise ValueError("mode must be 'recursive', 'parallel', or 'hard'.")


def monotonic_weights(
    score: Any, previous_alignments: Any, sigmoid_noise: float, mode: str, seed: int | None = None
) -> Any:
    """Monotonic attention with the scores as logarithmic odds, to which noise may be added while training."""
    if sigmoid_noise > 0:
        score += sigmoid_noise * v1.random_normal(v1.shape(score), dtype=score.dtype, seed=seed)
    chances = v1.cast(score > 0, score.dtype) if mode == "hard" else v1.sigmoid(score)
    return monotonic_attention(chances, previous_alignments, mode)


def at_first_place(size: Any, batch_size: Any, dtype: Any) -> Any:
    """The weights before the first query: all on the first place."""
    return v1.one_hot(v1.zeros((batch_size,), dtype=v1.int32), size, dtype=dtype)
