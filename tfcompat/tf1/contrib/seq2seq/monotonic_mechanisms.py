"""`BahdanauMonotonicAttention` and `LuongMonotonicAttention`."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.attention_mechanism import MemoryMechanism, dense
from tfcompat.tf1.contrib.seq2seq.bahdanau import score_by_variables
from tfcompat.tf1.contrib.seq2seq.luong import scale_variable
from tfcompat.tf1.contrib.seq2seq.monotonic import at_first_place, monotonic_weights
from tfcompat.tf1.contrib.seq2seq.scores import luong_score


class MonotonicMechanism(MemoryMechanism):
    """Starts on the first place of the memory; a variable `attention_score_bias` starts from `score_bias_init`."""

    _score_bias_init: float

    def initial_alignments(self, batch_size: Any, dtype: Any) -> Any:
        return at_first_place(self._alignments_size, batch_size, dtype)

    def _with_bias(self, score: Any, dtype: Any) -> Any:
        return score + v1.get_variable("attention_score_bias", dtype=dtype, initializer=self._score_bias_init)


class BahdanauMonotonicAttention(MonotonicMechanism):
    """As `BahdanauAttention`, in `bahdanau_monotonic_attention`."""

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        normalize: bool = False,
        score_mask_value: Any = None,
        sigmoid_noise: float = 0.0,
        sigmoid_noise_seed: int | None = None,
        score_bias_init: float = 0.0,
        mode: str = "parallel",
        dtype: Any = None,
        name: str = "BahdanauMonotonicAttention",
    ) -> None:
        super().__init__(
            query_layer=dense(num_units, "query_layer", dtype),
            memory_layer=dense(num_units, "memory_layer", dtype),
            memory=memory,
            probability_fn=functools.partial(
                monotonic_weights, sigmoid_noise=sigmoid_noise, mode=mode, seed=sigmoid_noise_seed
            ),
            memory_sequence_length=memory_sequence_length,
            score_mask_value=score_mask_value,
            name=name,
        )
        self._num_units = num_units
        self._normalize = normalize
        self._name = name
        self._score_bias_init = score_bias_init

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """The weights, `[batch, time]`, for `[batch, depth]` queries, and the next state: the weights."""
        with v1.variable_scope(None, "bahdanau_monotonic_attention", [query]):
            processed = self.query_layer(query) if self.query_layer else query
            score = score_by_variables(processed, self._keys, self._num_units, query.dtype, self._normalize)
            score = self._with_bias(score, processed.dtype)
        alignments = self._probability_fn(score, state)
        return alignments, alignments


class LuongMonotonicAttention(MonotonicMechanism):
    """As `LuongAttention`, in `luong_monotonic_attention`."""

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        scale: bool = False,
        score_mask_value: Any = None,
        sigmoid_noise: float = 0.0,
        sigmoid_noise_seed: int | None = None,
        score_bias_init: float = 0.0,
        mode: str = "parallel",
        dtype: Any = None,
        name: str = "LuongMonotonicAttention",
    ) -> None:
        super().__init__(
            query_layer=None,
            memory_layer=dense(num_units, "memory_layer", dtype),
            memory=memory,
            probability_fn=functools.partial(
                monotonic_weights, sigmoid_noise=sigmoid_noise, mode=mode, seed=sigmoid_noise_seed
            ),
            memory_sequence_length=memory_sequence_length,
            score_mask_value=score_mask_value,
            name=name,
        )
        self._num_units = num_units
        self._scale = scale
        self._score_bias_init = score_bias_init
        self._name = name

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """The weights, `[batch, time]`, for `[batch, num_units]` queries, and the next state: the weights."""
        with v1.variable_scope(None, "luong_monotonic_attention", [query]):
            score = luong_score(query, self._keys, scale_variable(query) if self._scale else None)
            score = self._with_bias(score, query.dtype)
        alignments = self._probability_fn(score, state)
        return alignments, alignments
