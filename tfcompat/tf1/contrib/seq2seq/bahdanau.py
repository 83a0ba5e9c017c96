"""`BahdanauAttention`: scores are sums over units of what keys and query give together."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.attention_mechanism import MemoryMechanism, dense
from tfcompat.tf1.contrib.seq2seq.scores import bahdanau_score


class BahdanauAttention(MemoryMechanism):
    """Variables `memory_layer/kernel`, and in `bahdanau_attention` `query_layer/kernel`, `attention_v`.

    With `normalize`, `attention_g` and `attention_b` too.
    """

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        normalize: bool = False,
        probability_fn: Callable[[Any], Any] | None = None,
        score_mask_value: Any = None,
        dtype: Any = None,
        custom_key_value_fn: Callable[[Any, Any], Any] | None = None,
        name: str = "BahdanauAttention",
    ) -> None:
        to_weights = probability_fn or v1.nn.softmax
        super().__init__(
            query_layer=dense(num_units, "query_layer", dtype),
            memory_layer=dense(num_units, "memory_layer", dtype),
            memory=memory,
            probability_fn=lambda score, _: to_weights(score),
            custom_key_value_fn=custom_key_value_fn,
            memory_sequence_length=memory_sequence_length,
            score_mask_value=score_mask_value,
            name=name,
        )
        self._num_units = num_units
        self._normalize = normalize
        self._name = name

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """The weights, `[batch, time]`, for `[batch, depth]` queries, and the next state: the weights."""
        with v1.variable_scope(None, "bahdanau_attention", [query]):
            processed = self.query_layer(query) if self.query_layer else query
            score = score_by_variables(processed, self._keys, self._num_units, query.dtype, self._normalize)
        alignments = self._probability_fn(score, state)
        return alignments, alignments


def score_by_variables(query: Any, keys: Any, units: int, dtype: Any, normalize: bool) -> Any:
    """The score with the variables of the current scope."""
    attention_v = v1.get_variable("attention_v", [units], dtype=dtype)
    if not normalize:
        return bahdanau_score(query, keys, attention_v)
    start = v1.constant_initializer(math.sqrt(1.0 / units))
    attention_g = v1.get_variable("attention_g", dtype=dtype, initializer=start, shape=())
    attention_b = v1.get_variable("attention_b", [units], dtype=dtype, initializer=v1.zeros_initializer())
    return bahdanau_score(query, keys, attention_v, attention_g=attention_g, attention_b=attention_b)
