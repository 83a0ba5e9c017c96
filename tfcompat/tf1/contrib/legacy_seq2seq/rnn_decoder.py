"""Decoders that run a cell over a list of inputs, given or looked up in an embedding.

Shapes: B batch, E embedding size, O output size, S symbols.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tfcompat.backend.v1api import v1

Loop = Callable[[Any, int], Any]


def rnn_decoder(
    decoder_inputs: Iterable[Any], initial_state: Any, cell: Any, loop_function: Loop | None = None, scope: Any = None
) -> tuple[list[Any], Any]:
    """Outputs (each [B, O]) and last state; with `loop_function`, all inputs but the first come from the output before.

    `loop_function(previous_output, i)` gives the i-th input.
    """
    with v1.variable_scope(scope or "rnn_decoder"):
        state, outputs, before = initial_state, [], None
        for step, given in enumerate(decoder_inputs):
            fed = given
            if loop_function is not None and before is not None:
                with v1.variable_scope("loop_function", reuse=True):
                    fed = loop_function(before, step)
            if step > 0:
                v1.get_variable_scope().reuse_variables()
            output, state = cell(fed, state)
            outputs.append(output)
            if loop_function is not None:
                before = output
    return outputs, state


def embedding_rnn_decoder(
    decoder_inputs: list[Any],
    initial_state: Any,
    cell: Any,
    num_symbols: int,
    embedding_size: int,
    output_projection: Any = None,
    feed_previous: bool = False,
    update_embedding_for_previous: bool = True,
    scope: Any = None,
) -> tuple[list[Any], Any]:
    """An `rnn_decoder` over symbols, looked up in a variable `embedding`; it may feed back its own best symbol.

    `output_projection` is (W [O, S], b [S]) if the cell's output is not the symbols' scores yet.
    """
    with v1.variable_scope(scope or "embedding_rnn_decoder") as opened:
        check_projection(output_projection, num_symbols, opened.dtype)
        embedding = v1.get_variable("embedding", [num_symbols, embedding_size])
        loop = None
        if feed_previous:
            loop = best_symbol_embedding(embedding, output_projection, update_embedding_for_previous)
        looked_up = (v1.nn.embedding_lookup(embedding, symbols) for symbols in decoder_inputs)  # each [B, E]
        return rnn_decoder(looked_up, initial_state, cell, loop_function=loop)


def best_symbol_embedding(embedding: Any, output_projection: Any = None, update_embedding: bool = True) -> Loop:
    """A loop function: the embedding of the symbol with the highest score."""

    def loop_function(before: Any, _: int) -> Any:
        if output_projection is not None:
            before = v1.nn.xw_plus_b(before, output_projection[0], output_projection[1])  # [B, S]
        looked_up = v1.nn.embedding_lookup(embedding, v1.argmax(before, 1))  # [B, E]
        return looked_up if update_embedding else v1.stop_gradient(looked_up)

    return loop_function


def check_projection(output_projection: Any, num_symbols: int, dtype: Any) -> None:
    """Raises ValueError unless weights and biases end in `num_symbols`."""
    if output_projection is None:
        return
    weights = v1.convert_to_tensor(output_projection[0], dtype=dtype)
    weights.get_shape().assert_is_compatible_with([None, num_symbols])
    check_biases(output_projection, num_symbols, dtype)


def check_biases(output_projection: Any, num_symbols: int, dtype: Any) -> None:
    """Raises ValueError unless the biases are `num_symbols` many."""
    biases = v1.convert_to_tensor(output_projection[1], dtype=dtype)
    biases.get_shape().assert_is_compatible_with([num_symbols])
