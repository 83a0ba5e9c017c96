"""What the cells that go over the tags have in common."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import rnn_cell, v1

_RNNCell: Any = rnn_cell().RNNCell


class TransitionCell(_RNNCell):
    """State and output are scores by tag, `[B, K]`; `transition_params` is `[K, K]`."""

    def __init__(self, transition_params: Any) -> None:
        self._transition_params = v1.expand_dims(transition_params, 0)
        self._num_tags = v1.dimension_value(transition_params.shape[0])

    @property
    def state_size(self) -> Any:
        return self._num_tags

    @property
    def output_size(self) -> Any:
        return self._num_tags
