"""The logarithm of the sum over all taggings: `crf_log_norm`, its cell, and the sum over some taggings."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.crf.steps import by_length, without_first, zero_if_empty
from tfcompat.tf1.contrib.crf.transition_cell import TransitionCell


class CrfForwardRnnCell(TransitionCell):
    """One step of the forward algorithm: scores of all prefixes, by their last tag, `[B, K]`."""

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        extended = v1.expand_dims(state, 2) + self._transition_params
        alphas = inputs + v1.reduce_logsumexp(extended, [1])
        return alphas, alphas


def crf_log_norm(inputs: Any, sequence_lengths: Any, transition_params: Any) -> Any:
    """`[B]`: the logarithm of the sum of the exponentiated scores of all taggings; 0 for an empty sequence."""
    first = v1.squeeze(v1.slice(inputs, [0, 0, 0], [-1, 1, -1]), [1])

    def one() -> Any:
        return zero_if_empty(v1.reduce_logsumexp(first, [1]), sequence_lengths)

    def many() -> Any:
        rest = v1.slice(inputs, [0, 1, 0], [-1, -1, -1])
        _, alphas = v1.nn.dynamic_rnn(
            CrfForwardRnnCell(transition_params),
            rest,
            sequence_length=without_first(sequence_lengths),
            initial_state=first,
            dtype=v1.float32,
        )
        return zero_if_empty(v1.reduce_logsumexp(alphas, [1]), sequence_lengths)

    return by_length(inputs, one, many)


def crf_multitag_sequence_score(inputs: Any, tag_bitmap: Any, sequence_lengths: Any, transition_params: Any) -> Any:
    """`[B]`: as `crf_log_norm`, over the taggings that `tag_bitmap`, bool `[B, T, K]`, allows at every step."""

    def allowed() -> Any:
        return v1.where(tag_bitmap, inputs, v1.fill(v1.shape(inputs), float("-inf")))

    return by_length(
        inputs,
        lambda: v1.reduce_logsumexp(allowed(), axis=[1, 2], keepdims=False),
        lambda: crf_log_norm(allowed(), sequence_lengths, transition_params),
    )
