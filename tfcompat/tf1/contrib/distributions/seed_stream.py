"""`tf.contrib.distributions.SeedStream`."""

from __future__ import annotations

import hashlib
from typing import Any


class SeedStream:
    """Seeds, one after the other, made of a seed, a count and a salt; only None if the seed is None.

    A stream as the seed stands for the seed that it was made of.
    """

    def __init__(self, seed: Any, salt: Any) -> None:
        self._seed = seed.original_seed if isinstance(seed, SeedStream) else seed
        self._salt = salt
        self._counter = 0

    def __call__(self) -> int | None:
        self._counter += 1
        if self._seed is None:
            return None
        text = str((self._seed, self._counter, self._salt))
        return int(hashlib.sha512(text.encode("utf-8")).hexdigest(), 16)

    @property
    def original_seed(self) -> Any:
        """The seed that the stream was made of."""
        return self._seed

    @property
    def salt(self) -> Any:
        """What sets this stream apart from others with the same seed."""
        return self._salt
