"""The score of given taggings, and their log-likelihood."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.crf.log_norm import crf_log_norm
from tfcompat.tf1.contrib.crf.steps import by_length, zero_if_empty


def crf_log_likelihood(
    inputs: Any, tag_indices: Any, sequence_lengths: Any, transition_params: Any = None
) -> tuple[Any, Any]:
    """The log-likelihood of taggings, `[B]`, and the transitions: given, or a new variable `transitions`."""
    tags = v1.dimension_value(inputs.shape[2])
    if transition_params is None:
        transition_params = v1.get_variable("transitions", [tags, tags])
    score = crf_sequence_score(inputs, tag_indices, sequence_lengths, transition_params)
    return score - crf_log_norm(inputs, sequence_lengths, transition_params), transition_params


def crf_sequence_score(inputs: Any, tag_indices: Any, sequence_lengths: Any, transition_params: Any) -> Any:
    """`[B]`: the unnormalized score of taggings; 0 for an empty sequence."""

    def one() -> Any:
        batch = v1.shape(inputs, out_type=tag_indices.dtype)[0]
        rows = v1.reshape(v1.range(batch, dtype=tag_indices.dtype), [-1, 1])
        score = v1.gather_nd(v1.squeeze(inputs, [1]), v1.concat([rows, tag_indices], axis=1))
        return zero_if_empty(score, sequence_lengths)

    def many() -> Any:
        unary = crf_unary_score(tag_indices, sequence_lengths, inputs)
        return unary + crf_binary_score(tag_indices, sequence_lengths, transition_params)

    return by_length(inputs, one, many)


def crf_unary_score(tag_indices: Any, sequence_lengths: Any, inputs: Any) -> Any:
    """`[B]`: the sum of the scores of the tags."""
    batch, steps, tags = (v1.shape(inputs)[axis] for axis in range(3))
    flat = v1.reshape(inputs, [-1])
    offsets = v1.expand_dims(v1.range(batch) * steps * tags, 1)
    offsets += v1.expand_dims(v1.range(steps) * tags, 0)
    if tag_indices.dtype == v1.int64:
        offsets = v1.cast(offsets, v1.int64)
    places = v1.reshape(offsets + tag_indices, [-1])
    scores = v1.reshape(v1.gather(flat, places), [batch, steps])
    return v1.reduce_sum(scores * _mask(tag_indices, sequence_lengths), 1)


def crf_binary_score(tag_indices: Any, sequence_lengths: Any, transition_params: Any) -> Any:
    """`[B]`: the sum of the scores of the transitions."""
    tags = transition_params.get_shape()[0]
    transitions = v1.shape(tag_indices)[1] - 1
    before = v1.slice(tag_indices, [0, 0], [-1, transitions])
    after = v1.slice(tag_indices, [0, 1], [-1, transitions])
    places = before * tags + after
    scores = v1.gather(v1.reshape(transition_params, [-1]), places)
    follows = v1.slice(_mask(tag_indices, sequence_lengths), [0, 1], [-1, -1])
    return v1.reduce_sum(scores * follows, 1)


def _mask(tag_indices: Any, sequence_lengths: Any) -> Any:
    return v1.sequence_mask(sequence_lengths, maxlen=v1.shape(tag_indices)[1], dtype=v1.float32)
