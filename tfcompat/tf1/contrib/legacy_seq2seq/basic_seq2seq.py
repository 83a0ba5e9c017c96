"""`basic_rnn_seq2seq` and `tied_rnn_seq2seq`: an encoder cell, then a decoder cell from its last state."""

from __future__ import annotations

import copy
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.legacy_seq2seq.rnn_decoder import Loop, rnn_decoder


def basic_rnn_seq2seq(
    encoder_inputs: list[Any], decoder_inputs: list[Any], cell: Any, dtype: Any = v1.float32, scope: Any = None
) -> tuple[list[Any], Any]:
    """Encoder and decoder of the same kind, each with its own variables."""
    with v1.variable_scope(scope or "basic_rnn_seq2seq"):
        _, state = v1.nn.static_rnn(copy.deepcopy(cell), encoder_inputs, dtype=dtype)
        return rnn_decoder(decoder_inputs, state, cell)


def tied_rnn_seq2seq(
    encoder_inputs: list[Any],
    decoder_inputs: list[Any],
    cell: Any,
    loop_function: Loop | None = None,
    dtype: Any = v1.float32,
    scope: Any = None,
) -> tuple[list[Any], Any]:
    """Encoder and decoder share the cell and its variables."""
    with v1.variable_scope("combined_tied_rnn_seq2seq"):
        name = scope or "tied_rnn_seq2seq"
        _, state = v1.nn.static_rnn(cell, encoder_inputs, dtype=dtype, scope=name)
        v1.get_variable_scope().reuse_variables()
        return rnn_decoder(decoder_inputs, state, cell, loop_function=loop_function, scope=name)
