"""`attention_decoder` and `embedding_attention_decoder`: a decoder that looks at the encoder's outputs at each step.

Shapes: B batch, T encoder steps, A attention size, O output size, H heads.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.linear import Linear
from tfcompat.tf1.contrib.legacy_seq2seq.rnn_decoder import Loop, best_symbol_embedding, check_biases


class _Attention:
    """Attention heads over states of the encoder, with the variables `AttnW_<head>` and `AttnV_<head>`."""

    def __init__(self, states: Any, num_heads: int, dtype: Any) -> None:
        length, self.size = states.get_shape().dims[1].value, states.get_shape().dims[2].value
        self._length = v1.shape(states)[1] if length is None else length
        self._dtype = dtype
        self._hidden = v1.reshape(states, [-1, self._length, 1, self.size])  # [B, T, 1, A]
        self._features, self._vectors = [], []
        for head in range(num_heads):
            kernel = v1.get_variable(f"AttnW_{head}", [1, 1, self.size, self.size], dtype=dtype)
            self._features.append(v1.nn.conv2d(self._hidden, kernel, [1, 1, 1, 1], "SAME"))  # [B, T, 1, A]
            self._vectors.append(v1.get_variable(f"AttnV_{head}", [self.size], dtype=dtype))

    def __call__(self, query: Any) -> list[Any]:
        """What each head reads, [B, A], for a state as query."""
        if v1.nest.is_nested(query):
            query = v1.concat(v1.nest.flatten(query), 1)
        return [self._read(head, query) for head in range(len(self._vectors))]

    def _read(self, head: int, query: Any) -> Any:
        with v1.variable_scope(f"Attention_{head}"):
            key = Linear(query, self.size, True)(query)  # [B, A]
            key = v1.cast(v1.reshape(key, [-1, 1, 1, self.size]), self._dtype)
            scores = v1.reduce_sum(self._vectors[head] * v1.tanh(self._features[head] + key), [2, 3])  # [B, T]
            weights = v1.cast(v1.nn.softmax(v1.cast(scores, dtype=v1.float32)), self._dtype)
            read = v1.reduce_sum(v1.reshape(weights, [-1, self._length, 1, 1]) * self._hidden, [1, 2])
            return v1.reshape(read, [-1, self.size])


def attention_decoder(
    decoder_inputs: list[Any],
    initial_state: Any,
    attention_states: Any,
    cell: Any,
    output_size: int | None = None,
    num_heads: int = 1,
    loop_function: Loop | None = None,
    dtype: Any = None,
    scope: Any = None,
    initial_state_attention: bool = False,
) -> tuple[list[Any], Any]:
    """Outputs (each [B, O]) and last state of a decoder that attends to `attention_states` [B, T, A]."""
    if not decoder_inputs:
        raise ValueError("Must provide at least 1 input to attention decoder.")
    if num_heads < 1:
        raise ValueError("With less than 1 heads, use a non-attention decoder.")
    if attention_states.get_shape().dims[2].value is None:
        raise ValueError(f"Shape[2] of attention_states must be known: {attention_states.get_shape()}")
    if output_size is None:
        output_size = cell.output_size
    with v1.variable_scope(scope or "attention_decoder", dtype=dtype) as opened:
        dtype = opened.dtype
        batch = v1.shape(decoder_inputs[0])[0]
        attention = _Attention(attention_states, num_heads, dtype)
        state, outputs, before = initial_state, [], None
        reads_shape = v1.stack([batch, attention.size])
        reads = [v1.zeros(reads_shape, dtype=dtype) for _ in range(num_heads)]
        for read in reads:
            read.set_shape([None, attention.size])
        if initial_state_attention:
            reads = attention(initial_state)
        for step, given in enumerate(decoder_inputs):
            if step > 0:
                v1.get_variable_scope().reuse_variables()
            fed = given
            if loop_function is not None and before is not None:
                with v1.variable_scope("loop_function", reuse=True):
                    fed = loop_function(before, step)
            cell_output, state = cell(_merged(fed, reads, dtype), state)
            if step == 0 and initial_state_attention:
                with v1.variable_scope(v1.get_variable_scope(), reuse=True):
                    reads = attention(state)
            else:
                reads = attention(state)
            with v1.variable_scope("AttnOutputProjection"):
                joined = [v1.cast(cell_output, dtype), *reads]
                output = Linear(joined, output_size, True)(joined)  # [B, O]
            if loop_function is not None:
                before = output
            outputs.append(output)
    return outputs, state


def _merged(fed: Any, reads: list[Any], dtype: Any) -> Any:
    """The input and what was read, brought to the size of the input."""
    size = fed.get_shape().with_rank(2).dims[1]
    if size.value is None:
        raise ValueError(f"Could not infer input size from input: {fed.name}")
    joined = [v1.cast(each, dtype) for each in [fed, *reads]]
    return Linear(joined, size.value, True)(joined)


def embedding_attention_decoder(
    decoder_inputs: list[Any],
    initial_state: Any,
    attention_states: Any,
    cell: Any,
    num_symbols: int,
    embedding_size: int,
    num_heads: int = 1,
    output_size: int | None = None,
    output_projection: Any = None,
    feed_previous: bool = False,
    update_embedding_for_previous: bool = True,
    dtype: Any = None,
    scope: Any = None,
    initial_state_attention: bool = False,
) -> tuple[list[Any], Any]:
    """An `attention_decoder` over symbols, looked up in a variable `embedding`."""
    if output_size is None:
        output_size = cell.output_size
    if output_projection is not None:
        check_biases(output_projection, num_symbols, dtype)
    with v1.variable_scope(scope or "embedding_attention_decoder", dtype=dtype):
        embedding = v1.get_variable("embedding", [num_symbols, embedding_size])
        loop = None
        if feed_previous:
            loop = best_symbol_embedding(embedding, output_projection, update_embedding_for_previous)
        return attention_decoder(
            [v1.nn.embedding_lookup(embedding, symbols) for symbols in decoder_inputs],
            initial_state,
            attention_states,
            cell,
            output_size=output_size,
            num_heads=num_heads,
            loop_function=loop,
            initial_state_attention=initial_state_attention,
        )
