"""Attention and beam search in `tf.contrib.seq2seq`; sizes: batch 2, time 3, memory 4, depth 5, units 6, classes 7."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


def _memory(tf: Any) -> Any:
    return _waves(tf, 2, 4, 5)


def _wrapped(tf: Any, mechanism: Any, **options: Any) -> Any:
    cell = tf.contrib.seq2seq.AttentionWrapper(tf.contrib.rnn.GRUCell(6), mechanism, **options)
    outputs, state = cell(_waves(tf, 2, 3), cell.zero_state(2, tf.float32))
    return outputs, state.cell_state, state.attention, state.time, state.alignments


def _decoded(tf: Any, mechanism: Any, **options: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    cell = seq2seq.AttentionWrapper(tf.contrib.rnn.LSTMCell(6), mechanism, **options)
    helper = seq2seq.TrainingHelper(_waves(tf, 2, 3, 4), tf.constant([3, 2]))
    decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(2, tf.float32))
    outputs, state, lengths = seq2seq.dynamic_decode(decoder, impute_finished=True)
    history = state.alignment_history.stack() if options.get("alignment_history") else ()
    return outputs, state.attention, state.alignments, history, lengths


@builder
def bahdanau(tf: Any) -> Any:
    return _decoded(tf, tf.contrib.seq2seq.BahdanauAttention(6, _memory(tf), tf.constant([4, 2])))


@builder
def bahdanau_normalized(tf: Any) -> Any:
    mechanism = tf.contrib.seq2seq.BahdanauAttention(6, _memory(tf), normalize=True, name="attend")
    return _decoded(tf, mechanism, attention_layer_size=3, alignment_history=True)


@builder
def bahdanau_hard(tf: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    mechanism = seq2seq.BahdanauAttention(
        6, _memory(tf), [4, 2], probability_fn=seq2seq.hardmax, score_mask_value=-100.0,
        custom_key_value_fn=lambda keys, values: (keys, values[:, :, :3]),
    )  # fmt: skip
    return _wrapped(tf, mechanism, output_attention=False)


@builder
def luong(tf: Any) -> Any:
    return _decoded(tf, tf.contrib.seq2seq.LuongAttention(6, _memory(tf), tf.constant([4, 2])))


@builder
def luong_scaled(tf: Any) -> Any:
    mechanism = tf.contrib.seq2seq.LuongAttention(6, _memory(tf), scale=True, probability_fn=tf.nn.sigmoid)
    return _decoded(tf, mechanism, attention_layer_size=3, output_attention=False, name="wrapped")


@builder
def bahdanau_monotonic(tf: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    found = []
    for mode in ("recursive", "parallel", "hard"):
        mechanism = seq2seq.BahdanauMonotonicAttention(
            6, _memory(tf), tf.constant([4, 2]), normalize=mode == "parallel", score_bias_init=0.5, mode=mode
        )
        with tf.variable_scope(mode):
            found.append(_wrapped(tf, mechanism))
    return found


@builder
def luong_monotonic(tf: Any) -> Any:
    mechanism = tf.contrib.seq2seq.LuongMonotonicAttention(
        6, _memory(tf), scale=True, sigmoid_noise=0.5, score_bias_init=-1.0
    )
    return _wrapped(tf, mechanism)


@builder
def two_mechanisms(tf: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    found = []
    for sizes in ([3, 2], None):
        with tf.variable_scope("sized" if sizes else "plain"):
            mechanisms = [
                seq2seq.BahdanauAttention(6, _memory(tf)),
                seq2seq.LuongAttention(6, _waves(tf, 2, 3, 2), [3, 1]),
            ]
            found.append(_wrapped(tf, mechanisms, attention_layer_size=sizes))
    return found


@builder
def wrapper_options(tf: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    mechanism = seq2seq.LuongAttention(6, _memory(tf))
    cell = seq2seq.AttentionWrapper(
        tf.contrib.rnn.GRUCell(6),
        mechanism,
        cell_input_fn=lambda inputs, attention: tf.concat([attention, inputs], 1),
        initial_cell_state=_waves(tf, 2, 6),
        attention_layer=tf.layers.Dense(3, activation=tf.tanh),
    )
    state = cell.zero_state(2, tf.float32)
    changed = state.clone(cell_state=_waves(tf, 2, 6) + 1.0)
    return cell(_waves(tf, 2, 3), state), cell(_waves(tf, 2, 3), changed)


@builder
def functions(tf: Any) -> Any:
    seq2seq, p = tf.contrib.seq2seq, tf.sigmoid(_waves(tf, 2, 4))
    before = tf.constant([[1.0, 0, 0, 0], [0.2, 0.3, 0.1, 0.4]])
    return (
        seq2seq.safe_cumprod(p, axis=1, exclusive=True),
        seq2seq.monotonic_attention(p, before, "recursive"),
        seq2seq.monotonic_attention(p, before, "parallel"),
        seq2seq.monotonic_attention(tf.round(p), before, "hard"),
        seq2seq.hardmax(_waves(tf, 2, 3, 4), name="hard"),
    )


@builder
def gather_tree(tf: Any) -> Any:
    steps = np.int32([[[1, 2, 3]], [[4, 5, 6]], [[7, 8, 9]], [[10, 10, 10]]])
    parents = np.int32([[[0, 0, 0]], [[0, 1, 1]], [[2, 1, 2]], [[-1, -1, -1]]])
    return tf.contrib.seq2seq.gather_tree(steps, parents, np.int32([3]), 10)


@builder
def gather_tree_of_two(tf: Any) -> Any:
    steps = tf.constant(np.arange(24, dtype=np.int32).reshape(4, 2, 3) % 7)
    parents = tf.constant(np.int32([0, 2, 1, 1, 0, 2] * 4).reshape(4, 2, 3))
    return tf.contrib.seq2seq.gather_tree(steps, parents, tf.constant([4, 2]), tf.constant(3))


def _beams(tf: Any, attention: bool, **options: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    width = 3
    cell = tf.contrib.rnn.LSTMCell(6)
    state = cell.zero_state(2 * width, tf.float32)
    if attention:
        memory, lengths = seq2seq.tile_batch((_memory(tf), tf.constant([4, 3])), width)
        cell = seq2seq.AttentionWrapper(
            cell, seq2seq.BahdanauAttention(6, memory, lengths), 5, alignment_history=attention == "history"
        )
        state = cell.zero_state(2 * width, tf.float32)
    decoder = seq2seq.BeamSearchDecoder(
        cell, tf.get_variable("table", [7, 4]), tf.constant([0, 1]), 2, state, width, tf.layers.Dense(7), **options
    )
    outputs, state, lengths = seq2seq.dynamic_decode(decoder, maximum_iterations=4)
    found = [outputs, state.log_probs, state.finished, state.lengths, lengths, state.accumulated_attention_probs]
    return [*found, state.cell_state.alignments] if attention else found


@builder
def beam_search(tf: Any) -> Any:
    return _beams(tf, False)


@builder
def beam_search_penalties(tf: Any) -> Any:
    return _beams(tf, True, length_penalty_weight=0.6, coverage_penalty_weight=0.4)


@builder
def beam_search_history(tf: Any) -> Any:
    return _beams(tf, "history", length_penalty_weight=1.0)  # type: ignore[arg-type]


@builder
def trained_attention(tf: Any) -> Any:
    """An encoder with attention, dropout in neither: 1.15 does not order draws in a loop."""
    seq2seq, rnn = tf.contrib.seq2seq, tf.contrib.rnn
    words, lengths = tf.constant([[1, 2, 4, 5], [3, 5, 5, 5]]), tf.constant([4, 2])
    table = tf.get_variable("table", [6, 5])
    embedded = tf.nn.embedding_lookup(table, words)
    memory, _ = tf.nn.bidirectional_dynamic_rnn(rnn.GRUCell(3), rnn.GRUCell(2), embedded, lengths, dtype=tf.float32)
    mechanism = seq2seq.BahdanauAttention(6, tf.concat(memory, 2), lengths, normalize=True)
    cell = seq2seq.AttentionWrapper(rnn.LSTMCell(6), mechanism, attention_layer_size=4)
    helper = seq2seq.TrainingHelper(embedded, lengths)
    decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(2, tf.float32), tf.layers.Dense(6))
    outputs, _, _ = seq2seq.dynamic_decode(decoder, impute_finished=True)
    weights = tf.sequence_mask(lengths, dtype=tf.float32)
    loss = seq2seq.sequence_loss(outputs.rnn_output, words, weights)
    step = tf.train.AdamOptimizer(0.02).minimize(loss)
    return trained(step, loss)


@builder
def trained_monotonic(tf: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    cell = seq2seq.AttentionWrapper(
        tf.contrib.rnn.GRUCell(6), seq2seq.LuongMonotonicAttention(6, _memory(tf), scale=True), attention_layer_size=3
    )
    outputs, _ = tf.nn.dynamic_rnn(cell, _waves(tf, 2, 3, 4), dtype=tf.float32)
    loss = tf.reduce_mean(tf.square(outputs - 0.2))
    return trained(tf.train.GradientDescentOptimizer(0.3).minimize(loss), loss)
