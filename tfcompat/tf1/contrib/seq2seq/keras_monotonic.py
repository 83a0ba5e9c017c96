"""What makes a mechanism that is a Keras layer monotonic: a score bias, and weights that never go back."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.keras_mechanism import KerasMechanism
from tfcompat.tf1.contrib.seq2seq.monotonic import at_first_place, monotonic_weights


class KerasMonotonic(KerasMechanism):
    """Comes before a mechanism that has `_score`, and is settled before it is made."""

    def _settle(self, noise: float, seed: int | None, bias: float, mode: str) -> Callable[[Any, Any], Any]:
        """Keeps the settings; returns the `probability_fn` that they make."""
        self.sigmoid_noise, self.sigmoid_noise_seed = noise, seed
        self.score_bias_init, self.mode = bias, mode
        self.attention_score_bias: Any = None
        return functools.partial(monotonic_weights, sigmoid_noise=noise, mode=mode, seed=seed)

    def _build_bias(self) -> None:
        if self.attention_score_bias is None:
            start = v1.constant_initializer(self.score_bias_init, dtype=self.dtype)
            self.attention_score_bias = self.add_weight(
                "attention_score_bias", shape=(), dtype=self.dtype, initializer=start
            )

    def _score(self, query: Any) -> Any:
        return super()._score(query) + self.attention_score_bias

    def initial_alignments(self, batch_size: Any, dtype: Any) -> Any:
        return at_first_place(self._alignments_size, batch_size, dtype)

    def get_config(self) -> dict[str, Any]:
        names = ("sigmoid_noise", "sigmoid_noise_seed", "score_bias_init", "mode")
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}
