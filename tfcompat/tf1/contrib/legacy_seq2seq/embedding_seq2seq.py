"""`embedding_rnn_seq2seq` and `embedding_tied_rnn_seq2seq`: symbols in, symbols' scores out."""

from __future__ import annotations

import copy
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.wrappers import EmbeddingWrapper, OutputProjectionWrapper
from tfcompat.tf1.contrib.legacy_seq2seq.basic_seq2seq import tied_rnn_seq2seq
from tfcompat.tf1.contrib.legacy_seq2seq.feed_previous import decide_while_running
from tfcompat.tf1.contrib.legacy_seq2seq.rnn_decoder import (
    best_symbol_embedding,
    check_projection,
    embedding_rnn_decoder,
)


def embedding_rnn_seq2seq(
    encoder_inputs: list[Any],
    decoder_inputs: list[Any],
    cell: Any,
    num_encoder_symbols: int,
    num_decoder_symbols: int,
    embedding_size: int,
    output_projection: Any = None,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
) -> tuple[list[Any], Any]:
    """Encoder and decoder with an embedding each; `feed_previous` is a bool, or a tensor to decide while running."""
    with v1.variable_scope(scope or "embedding_rnn_seq2seq") as opened:
        if dtype is None:
            dtype = opened.dtype
        else:
            opened.set_dtype(dtype)
        encoder = EmbeddingWrapper(
            copy.deepcopy(cell), embedding_classes=num_encoder_symbols, embedding_size=embedding_size
        )
        _, encoder_state = v1.nn.static_rnn(encoder, encoder_inputs, dtype=dtype)
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_decoder_symbols)

        def decode(feed: bool, update_embedding: bool = False) -> tuple[list[Any], Any]:
            return embedding_rnn_decoder(
                decoder_inputs,
                encoder_state,
                cell,
                num_decoder_symbols,
                embedding_size,
                output_projection=output_projection,
                feed_previous=feed,
                update_embedding_for_previous=update_embedding,
            )

        if isinstance(feed_previous, bool):
            return decode(feed_previous, update_embedding=True)
        return decide_while_running(feed_previous, decode, len(decoder_inputs), lambda: encoder_state)


def embedding_tied_rnn_seq2seq(
    encoder_inputs: list[Any],
    decoder_inputs: list[Any],
    cell: Any,
    num_symbols: int,
    embedding_size: int,
    num_decoder_symbols: int | None = None,
    output_projection: Any = None,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
) -> tuple[list[Any], Any]:
    """Encoder and decoder share cell and embedding."""
    with v1.variable_scope(scope or "embedding_tied_rnn_seq2seq", dtype=dtype) as opened:
        dtype = opened.dtype
        check_projection(output_projection, num_symbols, dtype)
        embedding = v1.get_variable("embedding", [num_symbols, embedding_size], dtype=dtype)
        sources = [v1.nn.embedding_lookup(embedding, symbols) for symbols in encoder_inputs]
        targets = [v1.nn.embedding_lookup(embedding, symbols) for symbols in decoder_inputs]
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_symbols if num_decoder_symbols is None else num_decoder_symbols)

        def decode(feed: bool, update_embedding: bool = False) -> tuple[list[Any], Any]:
            loop = best_symbol_embedding(embedding, output_projection, update_embedding) if feed else None
            return tied_rnn_seq2seq(sources, targets, cell, loop_function=loop, dtype=dtype)

        if isinstance(feed_previous, bool):
            return decode(feed_previous, update_embedding=True)
        return decide_while_running(
            feed_previous, decode, len(decoder_inputs), lambda: _zero_state(cell, encoder_inputs, dtype)
        )


def _zero_state(cell: Any, encoder_inputs: list[Any], dtype: Any) -> Any:
    """A zero state of the cell for the batch of the inputs."""
    batch = encoder_inputs[0].get_shape().dims[0]
    for each in encoder_inputs[1:]:
        batch.merge_with(each.get_shape().dims[0])
    return cell.zero_state(v1.shape(encoder_inputs[0])[0] if batch.value is None else batch.value, dtype)
