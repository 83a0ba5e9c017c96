"""`tf.random_uniform_initializer`: its lower bound is the integer 0 in 1.15, so that integer variables work."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


class random_uniform_initializer(v1.random_uniform_initializer):  # noqa: N801 (the TensorFlow 1 name)
    """As in 1.15; today's default of 0.0 is refused for integer types."""

    def __init__(self, minval: Any = 0, maxval: Any = None, seed: int | None = None, dtype: Any = v1.float32) -> None:
        super().__init__(minval=minval, maxval=maxval, seed=seed, dtype=dtype)


random_uniform_initializer.__name__ = "RandomUniform"  # the name that get_config, repr and pickle know it by
