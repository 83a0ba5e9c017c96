"""`one2many_rnn_seq2seq`: one encoder, several decoders by name."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import rnn_cell, v1
from tfcompat.tf1.cells.wrappers import EmbeddingWrapper, OutputProjectionWrapper
from tfcompat.tf1.contrib.legacy_seq2seq.feed_previous import decide_while_running
from tfcompat.tf1.contrib.legacy_seq2seq.rnn_decoder import embedding_rnn_decoder


def one2many_rnn_seq2seq(
    encoder_inputs: list[Any],
    decoder_inputs_dict: dict[Any, list[Any]],
    enc_cell: Any,
    dec_cells_dict: dict[Any, Any],
    num_encoder_symbols: int,
    num_decoder_symbols_dict: dict[Any, int],
    embedding_size: int,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
) -> tuple[dict[Any, list[Any]], dict[Any, Any]]:
    """Outputs and last states, by the names of the decoders."""
    _check_cell("enc_cell", enc_cell)
    if set(dec_cells_dict) != set(decoder_inputs_dict):
        raise ValueError(
            f"one2many_rnn_seq2seq expected the same names in dec_cells_dict and decoder_inputs_dict, but received "
            f"{sorted(dec_cells_dict, key=str)} and {sorted(decoder_inputs_dict, key=str)}"
        )
    for cell in dec_cells_dict.values():
        _check_cell("dec_cell", cell)
    outputs, states = {}, {}
    with v1.variable_scope(scope or "one2many_rnn_seq2seq", dtype=dtype) as opened:
        encoder = EmbeddingWrapper(enc_cell, embedding_classes=num_encoder_symbols, embedding_size=embedding_size)
        _, encoder_state = v1.nn.static_rnn(encoder, encoder_inputs, dtype=opened.dtype)
        for name, inputs in decoder_inputs_dict.items():
            with v1.variable_scope(f"one2many_decoder_{name}"):
                outputs[name], states[name] = _decode(
                    inputs,
                    encoder_state,
                    dec_cells_dict[name],
                    num_decoder_symbols_dict[name],
                    embedding_size,
                    feed_previous,
                )
    return outputs, states


def _decode(
    inputs: list[Any], encoder_state: Any, cell: Any, num_symbols: int, embedding_size: int, feed_previous: Any
) -> tuple[list[Any], Any]:
    projected = OutputProjectionWrapper(cell, num_symbols)

    def decode(feed: bool) -> tuple[list[Any], Any]:
        return embedding_rnn_decoder(inputs, encoder_state, projected, num_symbols, embedding_size, feed_previous=feed)

    if isinstance(feed_previous, bool):
        return decode(feed_previous)
    return decide_while_running(feed_previous, decode, len(inputs), lambda: encoder_state)


def _check_cell(argument: str, cell: Any) -> None:
    if not isinstance(cell, rnn_cell().RNNCell):
        raise TypeError(f"{argument} is not an RNNCell: {type(cell)}")
