"""`embedding_attention_seq2seq`: symbols in, symbols' scores out, with attention to the encoder's outputs.

Shapes: B batch, T encoder steps, O the cell's output size.
"""

from __future__ import annotations

import copy
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.wrappers import EmbeddingWrapper, OutputProjectionWrapper
from tfcompat.tf1.contrib.legacy_seq2seq.attention_decoder import embedding_attention_decoder
from tfcompat.tf1.contrib.legacy_seq2seq.feed_previous import decide_while_running


def embedding_attention_seq2seq(
    encoder_inputs: list[Any],
    decoder_inputs: list[Any],
    cell: Any,
    num_encoder_symbols: int,
    num_decoder_symbols: int,
    embedding_size: int,
    num_heads: int = 1,
    output_projection: Any = None,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
    initial_state_attention: bool = False,
) -> tuple[list[Any], Any]:
    """Outputs and last state; `feed_previous` is a bool, or a tensor to decide while running."""
    with v1.variable_scope(scope or "embedding_attention_seq2seq", dtype=dtype) as opened:
        dtype = opened.dtype
        encoder = EmbeddingWrapper(
            copy.deepcopy(cell), embedding_classes=num_encoder_symbols, embedding_size=embedding_size
        )
        encoder_outputs, encoder_state = v1.nn.static_rnn(encoder, encoder_inputs, dtype=dtype)
        tops = [v1.reshape(each, [-1, 1, cell.output_size]) for each in encoder_outputs]
        attention_states = v1.concat(tops, 1)  # [B, T, O]
        output_size = None
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_decoder_symbols)
            output_size = num_decoder_symbols

        def decode(feed: bool, update_embedding: bool = False) -> tuple[list[Any], Any]:
            return embedding_attention_decoder(
                decoder_inputs,
                encoder_state,
                attention_states,
                cell,
                num_decoder_symbols,
                embedding_size,
                num_heads=num_heads,
                output_size=output_size,
                output_projection=output_projection,
                feed_previous=feed,
                update_embedding_for_previous=update_embedding,
                initial_state_attention=initial_state_attention,
            )

        if isinstance(feed_previous, bool):
            return decode(feed_previous, update_embedding=True)
        return decide_while_running(feed_previous, decode, len(decoder_inputs), lambda: encoder_state)
