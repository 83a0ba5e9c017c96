"""`crf_decode`: the best taggings of a batch, by two recurrent networks, one each way."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import rnn_cell, v1
from tfcompat.tf1.contrib.crf.steps import by_length, without_first
from tfcompat.tf1.contrib.crf.transition_cell import TransitionCell

_RNNCell: Any = rnn_cell().RNNCell


class CrfDecodeForwardRnnCell(TransitionCell):
    """One step forward: the tag each best prefix came from, int32 `[B, K]`, and the best scores, `[B, K]`."""

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        extended = v1.expand_dims(state, 2) + self._transition_params
        best = inputs + v1.reduce_max(extended, [1])
        return v1.cast(v1.argmax(extended, 1), dtype=v1.int32), best


class CrfDecodeBackwardRnnCell(_RNNCell):
    """One step back along the tags that the forward cell kept: the tag before, int32 `[B, 1]`."""

    def __init__(self, num_tags: int) -> None:
        self._num_tags = num_tags

    @property
    def state_size(self) -> int:
        return 1

    @property
    def output_size(self) -> int:
        return 1

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        tag = v1.squeeze(state, axis=[1])
        places = v1.stack([v1.range(v1.shape(inputs)[0]), tag], axis=1)
        before = v1.expand_dims(v1.gather_nd(inputs, places), axis=-1)
        return before, before


def crf_decode(potentials: Any, transition_params: Any, sequence_length: Any) -> tuple[Any, Any]:
    """The best taggings, int32 `[B, T]`, and their scores, `[B]`."""

    def one() -> Any:
        scores = v1.squeeze(potentials, [1])
        tags = v1.expand_dims(v1.argmax(scores, axis=1), 1)
        best = v1.reduce_max(scores, axis=1)
        return v1.cast(tags, dtype=v1.int32), best

    def many() -> Any:
        tags = v1.dimension_value(potentials.shape[2])
        cell = CrfDecodeForwardRnnCell(transition_params)
        first = v1.squeeze(v1.slice(potentials, [0, 0, 0], [-1, 1, -1]), axis=[1])
        rest = v1.slice(potentials, [0, 1, 0], [-1, -1, -1])
        lengths = without_first(sequence_length)
        came_from, scores = _unroll(cell, rest, lengths, first)
        came_from = _reversed(came_from, lengths)
        backward = CrfDecodeBackwardRnnCell(tags)
        last = v1.expand_dims(v1.cast(v1.argmax(scores, axis=1), dtype=v1.int32), axis=-1)
        path, _ = _unroll(backward, came_from, lengths, last)
        path = v1.concat([last, v1.squeeze(path, axis=[2])], axis=1)
        path = _reversed(path, sequence_length)
        return path, v1.reduce_max(scores, axis=1)

    result: tuple[Any, Any] = by_length(potentials, one, many)
    return result


def _unroll(cell: Any, inputs: Any, lengths: Any, state: Any) -> Any:
    return v1.nn.dynamic_rnn(
        cell, inputs=inputs, sequence_length=lengths, initial_state=state, time_major=False, dtype=v1.int32
    )


def _reversed(values: Any, lengths: Any) -> Any:
    return v1.reverse_sequence(values, lengths, seq_axis=1)
