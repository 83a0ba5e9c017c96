"""`alpha_dropout`: dropout that keeps mean and variance of what SELU gives (arXiv:1706.02515)."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1

__all__ = ["alpha_dropout"]
_ALPHA = -1.7580993408473766  # what SELU gives far below 0


def alpha_dropout(
    x: Any, keep_prob: Any, noise_shape: Any = None, seed: int | None = None, name: str | None = None
) -> Any:
    """`x` with elements set to SELU's lowest value, scaled and shifted; `keep_prob` is a number or a scalar.

    Raises:
      ValueError: `keep_prob` is a number outside (0, 1].
    """
    with v1.name_scope(name, "alpha_dropout", [x]):
        x = v1.convert_to_tensor(x, name="x")
        if isinstance(keep_prob, (int, float, np.number)) and not 0 < keep_prob <= 1.0:
            raise ValueError(f"keep_prob must be a scalar tensor or a float in the range (0, 1], got {keep_prob:g}")
        keep_prob = v1.convert_to_tensor(keep_prob, dtype=x.dtype, name="keep_prob")
        keep_prob.get_shape().assert_has_rank(0)
        if v1.get_static_value(keep_prob) == 1:
            return x
        shape = v1.shape(x) if noise_shape is None else noise_shape
        drawn = v1.random_uniform(shape, seed=seed, dtype=x.dtype)
        kept = v1.cast(v1.greater_equal(drawn, 1 - keep_prob), x.dtype)
        x = x * kept + _ALPHA * (1 - kept)
        scale = (keep_prob + keep_prob * (1 - keep_prob) * _ALPHA**2) ** -0.5
        shift = -scale * _ALPHA * (1 - keep_prob)
        return scale * x + shift
