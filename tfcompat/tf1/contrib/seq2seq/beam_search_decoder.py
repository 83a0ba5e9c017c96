"""`BeamSearchDecoder`, and the file of that name in 1.15."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.seq2seq.beam_gather import check_rank as _check_ndims
from tfcompat.tf1.contrib.seq2seq.beam_scores import attention_probs as get_attention_probs
from tfcompat.tf1.contrib.seq2seq.beam_search import BeamSearchMixin
from tfcompat.tf1.contrib.seq2seq.beam_sort import dynamic_check as _check_batch_beam
from tfcompat.tf1.contrib.seq2seq.beam_sort import gather_tree_from_array
from tfcompat.tf1.contrib.seq2seq.beam_state import (
    BeamSearchDecoderOutput,
    BeamSearchDecoderState,
    FinalBeamSearchDecoderOutput,
)
from tfcompat.tf1.contrib.seq2seq.beam_step import beam_search_step as _beam_search_step
from tfcompat.tf1.contrib.seq2seq.beam_step import masked_probs as _mask_probs
from tfcompat.tf1.contrib.seq2seq.decoder import BaseDecoder, Decoder
from tfcompat.tf1.contrib.seq2seq.embedding_helpers import lookup_in
from tfcompat.tf1.contrib.seq2seq.tiling import tile_batch

__all__ = [
    "BeamSearchDecoder",
    "BeamSearchDecoderOutput",
    "BeamSearchDecoderState",
    "BeamSearchDecoderV2",
    "FinalBeamSearchDecoderOutput",
    "_beam_search_step",
    "_check_batch_beam",
    "_check_ndims",
    "_mask_probs",
    "gather_tree_from_array",
    "get_attention_probs",
    "tile_batch",
]


class BeamSearchDecoder(BeamSearchMixin, Decoder):
    """Keeps the best `beam_width` sequences; state, memory and lengths of memory must be tiled by `tile_batch`.

    `embedding` is a function of numbers or what they are looked up in, `start_tokens` int32 `[batch]`.

    Raises:
      TypeError: a cell or layer is something else.
      ValueError: tokens of a wrong rank, or a state that was not tiled.
    """

    def __init__(
        self,
        cell: Any,
        embedding: Any,
        start_tokens: Any,
        end_token: Any,
        initial_state: Any,
        beam_width: int,
        output_layer: Any = None,
        length_penalty_weight: Any = 0.0,
        coverage_penalty_weight: Any = 0.0,
        reorder_tensor_arrays: bool = True,
    ) -> None:
        super().__init__(
            cell, beam_width, output_layer, length_penalty_weight, coverage_penalty_weight, reorder_tensor_arrays
        )
        self._embedding_fn = lookup_in(embedding)
        self._set_start(start_tokens, end_token, initial_state)

    def initialize(self, name: str | None = None) -> Any:
        return self._first()


class BeamSearchDecoderV2(BeamSearchMixin, BaseDecoder):
    """The same as a Keras layer, called with `(embedding, start_tokens, end_token, initial_state)`."""

    def __init__(
        self,
        cell: Any,
        beam_width: int,
        embedding_fn: Any = None,
        output_layer: Any = None,
        length_penalty_weight: Any = 0.0,
        coverage_penalty_weight: Any = 0.0,
        reorder_tensor_arrays: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            cell,
            beam_width,
            output_layer,
            length_penalty_weight,
            coverage_penalty_weight,
            reorder_tensor_arrays,
            **kwargs,
        )
        if embedding_fn is not None and not callable(embedding_fn):
            raise ValueError(f"embedding_fn is expected to be a callable, got {type(embedding_fn)}")
        self._embedding_fn = embedding_fn

    def initialize(self, embedding: Any, start_tokens: Any, end_token: Any, initial_state: Any) -> Any:  # type: ignore[override]
        if embedding is not None and self._embedding_fn is not None:
            raise ValueError("embedding and embedding_fn cannot be provided at same time")
        if embedding is not None:
            self._embedding_fn = lookup_in(embedding)
        self._set_start(start_tokens, end_token, initial_state)
        return self._first()

    def call(  # type: ignore[override]
        self, embedding: Any, start_tokens: Any, end_token: Any, initial_state: Any, **kwargs: Any
    ) -> Any:
        options = {"start_tokens": start_tokens, "end_token": end_token, "initial_state": initial_state}
        return self._decode(embedding, {**kwargs, **options})
