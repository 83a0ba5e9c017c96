"""`LuongAttention`: scores are products of the query and the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.attention_mechanism import MemoryMechanism, dense
from tfcompat.tf1.contrib.seq2seq.scores import luong_score


class LuongAttention(MemoryMechanism):
    """A variable `memory_layer/kernel`, and `attention_g` in `luong_attention` if `scale` asks for it."""

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        scale: bool = False,
        probability_fn: Callable[[Any], Any] | None = None,
        score_mask_value: Any = None,
        dtype: Any = None,
        custom_key_value_fn: Callable[[Any, Any], Any] | None = None,
        name: str = "LuongAttention",
    ) -> None:
        normalize = probability_fn or v1.nn.softmax
        super().__init__(
            query_layer=None,
            memory_layer=dense(num_units, "memory_layer", dtype),
            memory=memory,
            probability_fn=lambda score, _: normalize(score),
            memory_sequence_length=memory_sequence_length,
            score_mask_value=score_mask_value,
            custom_key_value_fn=custom_key_value_fn,
            name=name,
        )
        self._num_units = num_units
        self._scale = scale
        self._name = name

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """The weights, `[batch, time]`, for `[batch, num_units]` queries, and the next state: the weights."""
        with v1.variable_scope(None, "luong_attention", [query]):
            score = luong_score(query, self._keys, scale_variable(query) if self._scale else None)
        alignments = self._probability_fn(score, state)
        return alignments, alignments


def scale_variable(query: Any) -> Any:
    """The scalar variable `attention_g`, which starts from 1."""
    return v1.get_variable("attention_g", dtype=query.dtype, initializer=v1.ones_initializer, shape=())
