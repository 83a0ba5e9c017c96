"""What `BeamSearchDecoder` and its form as a Keras layer share."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import assert_like_rnncell
from tfcompat.tf1.contrib.seq2seq import output_layer as output_layers
from tfcompat.tf1.contrib.seq2seq.beam_gather import check_rank
from tfcompat.tf1.contrib.seq2seq.beam_scores import attention_probs
from tfcompat.tf1.contrib.seq2seq.beam_search_ops import gather_tree
from tfcompat.tf1.contrib.seq2seq.beam_sort import sorted_array
from tfcompat.tf1.contrib.seq2seq.beam_state import (
    BeamSearchDecoderOutput,
    BeamSearchDecoderState,
    FinalBeamSearchDecoderOutput,
)
from tfcompat.tf1.contrib.seq2seq.beam_step import beam_search_step
from tfcompat.tf1.contrib.seq2seq.embedding_helpers import start_and_end


class BeamSearchMixin:
    """Beam search over the steps of `cell`, whose state is tiled to `[batch * beam_width, …]`."""

    _embedding_fn: Any
    _initial_cell_state: Any

    def __init__(
        self,
        cell: Any,
        beam_width: int,
        output_layer: Any = None,
        length_penalty_weight: Any = 0.0,
        coverage_penalty_weight: Any = 0.0,
        reorder_tensor_arrays: bool = True,
        **kwargs: Any,
    ) -> None:
        assert_like_rnncell("cell", cell)
        self._cell = cell
        self._output_layer = output_layers.checked(output_layer)
        self._reorder_tensor_arrays = reorder_tensor_arrays
        self._start_tokens: Any = None
        self._end_token: Any = None
        self._batch_size: Any = None
        self._beam_width = beam_width
        self._length_penalty_weight = length_penalty_weight
        self._coverage_penalty_weight = coverage_penalty_weight
        super().__init__(**kwargs)

    @property
    def batch_size(self) -> Any:
        return self._batch_size

    @property
    def tracks_own_finished(self) -> bool:
        """Beams change places, so `dynamic_decode` cannot know what is finished."""
        return True

    @property
    def output_size(self) -> BeamSearchDecoderOutput:
        width = v1.TensorShape([self._beam_width])
        return BeamSearchDecoderOutput(width, width, width)

    def _rnn_output_size(self) -> Any:
        return output_layers.output_size(self._cell.output_size, self._output_layer)

    @property
    def output_dtype(self) -> BeamSearchDecoderOutput:
        dtype = v1.nest.flatten(self._initial_cell_state)[0].dtype
        scores = v1.nest.map_structure(lambda _: dtype, self._rnn_output_size())
        return BeamSearchDecoderOutput(scores, v1.int32, v1.int32)

    def _set_start(self, start_tokens: Any, end_token: Any, initial_state: Any) -> None:
        start, self._end_token = start_and_end(start_tokens, end_token)
        self._batch_size = v1.size(start_tokens)
        self._initial_cell_state = v1.nest.map_structure(self._split_if_joined, initial_state, self._cell.state_size)
        self._start_tokens = v1.tile(v1.expand_dims(start, 1), [1, self._beam_width])
        self._start_inputs = self._embedding_fn(self._start_tokens)
        self._finished = v1.one_hot(
            v1.zeros([self._batch_size], dtype=v1.int32),
            depth=self._beam_width,
            on_value=False,
            off_value=True,
            dtype=v1.bool,
        )

    def _first(self) -> tuple[Any, Any, BeamSearchDecoderState]:
        dtype = v1.nest.flatten(self._initial_cell_state)[0].dtype
        log_probs = v1.one_hot(  # only the first beam counts: all are alike
            v1.zeros([self._batch_size], dtype=v1.int32),
            depth=self._beam_width,
            on_value=v1.convert_to_tensor(0.0, dtype=dtype),
            off_value=v1.convert_to_tensor(-np.inf, dtype=dtype),
            dtype=dtype,
        )
        attention = attention_probs(self._initial_cell_state, self._coverage_penalty_weight)
        lengths = v1.zeros([self._batch_size, self._beam_width], dtype=v1.int64)
        state = BeamSearchDecoderState(
            self._initial_cell_state, log_probs, self._finished, lengths, () if attention is None else attention
        )
        return self._finished, self._start_inputs, state

    def step(self, time: Any, inputs: Any, state: Any, name: str | None = None) -> Any:
        """`(outputs, next state, next inputs, finished)`."""
        with v1.name_scope(name, "BeamSearchDecoderStep", (time, inputs, state)):
            sizes = self._cell.state_size
            inputs = v1.nest.map_structure(lambda each: self._merged(each, each.shape[2:]), inputs)
            cell_state = v1.nest.map_structure(self._merge_if_split, state.cell_state, sizes)
            outputs, cell_state = self._cell(inputs, cell_state)
            outputs = v1.nest.map_structure(lambda each: self._split(each, each.shape[1:]), outputs)
            cell_state = v1.nest.map_structure(self._split_if_joined, cell_state, sizes)
            if self._output_layer is not None:
                outputs = self._output_layer(outputs)
            output, next_state = beam_search_step(
                time=time,
                logits=outputs,
                next_cell_state=cell_state,
                beam_state=state,
                batch_size=self._batch_size,
                beam_width=self._beam_width,
                end_token=self._end_token,
                length_penalty_weight=self._length_penalty_weight,
                coverage_penalty_weight=self._coverage_penalty_weight,
            )
            next_inputs = v1.cond(
                v1.reduce_all(next_state.finished),
                lambda: self._start_inputs,
                lambda: self._embedding_fn(output.predicted_ids),
            )
        return output, next_state, next_inputs, next_state.finished

    def finalize(self, outputs: Any, final_state: Any, sequence_lengths: Any) -> Any:
        """The sequences from the steps, and the state with tensor arrays sorted by beams."""
        longest = v1.cast(v1.reduce_max(final_state.lengths, axis=1), v1.int32)
        ids = gather_tree(
            outputs.predicted_ids, outputs.parent_ids, max_sequence_lengths=longest, end_token=self._end_token
        )
        if self._reorder_tensor_arrays:
            final_state = final_state._replace(
                cell_state=v1.nest.map_structure(
                    lambda each: self._sorted_if_array(each, outputs.parent_ids, final_state.lengths),
                    final_state.cell_state,
                )
            )
        return FinalBeamSearchDecoderOutput(ids, outputs), final_state

    def _sorted_if_array(self, values: Any, parent_ids: Any, lengths: Any) -> Any:
        if not isinstance(values, v1.TensorArray):
            return values
        return sorted_array(values, parent_ids, lengths, self._batch_size, self._beam_width)

    def _merged(self, values: Any, shape: Any) -> Any:
        """`[batch, beams, …]` as `[batch * beams, …]`."""
        static = v1.get_static_value(self._batch_size)
        tail = v1.shape(values)[2:]
        joined = v1.reshape(values, v1.concat(([self._batch_size * self._beam_width], tail), 0))
        joined.set_shape(
            v1.TensorShape([None if static is None else static * self._beam_width]).concatenate(_static(shape))
        )
        return joined

    def _split(self, values: Any, shape: Any) -> Any:
        """`[batch * beams, …]` as `[batch, beams, …]`."""
        tail = v1.shape(values)[1:]
        apart = v1.reshape(values, v1.concat(([self._batch_size, self._beam_width], tail), 0))
        expected = v1.TensorShape([v1.get_static_value(self._batch_size), self._beam_width]).concatenate(_static(shape))
        if not apart.shape.is_compatible_with(expected):
            raise ValueError(
                "Unexpected behavior when reshaping between beam width and batch size.  The reshaped tensor has "
                f"shape: {apart.shape}.  We expected it to have shape (batch_size, beam_width, depth) == {expected}.  "
                "Perhaps you forgot to create a zero_state with batch_size=encoder_batch_size * beam_width?"
            )
        apart.set_shape(expected)
        return apart

    def _split_if_joined(self, values: Any, shape: Any) -> Any:
        if isinstance(values, v1.TensorArray):
            return values
        check_rank(values)
        return self._split(values, shape) if values.shape.ndims >= 1 else values

    def _merge_if_split(self, values: Any, shape: Any) -> Any:
        if isinstance(values, v1.TensorArray):
            return values
        check_rank(values)
        return self._merged(values, shape) if values.shape.ndims >= 2 else values


def _static(shape: Any) -> Any:
    if isinstance(shape, v1.Tensor):
        value = v1.get_static_value(shape)
        return v1.TensorShape(None if value is None else value.reshape(-1).tolist())
    return v1.TensorShape(shape)
