"""Graphs of `tf.contrib.legacy_seq2seq`, built alike under TensorFlow 1.15 and here; also read by Python 3.7.

All sizes differ: batch 3, source 4 steps, target 5, cell 6, embedding 7, source symbols 8, target symbols 9.
"""

import numpy as np

CASES = {}


def case(build):
    CASES[build.__name__] = build
    return build


def vectors(tf, steps, size):
    values = np.sin(np.arange(steps * 3 * size, dtype=np.float32)).reshape(steps, 3, size)
    return [tf.constant(each) for each in values]


def symbols(tf, steps, count):
    values = (np.arange(steps * 3) * 5 % count).reshape(steps, 3).astype(np.int32)
    return [tf.constant(each) for each in values]


def cell(tf, tuples=True):
    return tf.nn.rnn_cell.BasicLSTMCell(6, state_is_tuple=tuples)


@case
def basic(tf, lib):
    return lib.basic_rnn_seq2seq(vectors(tf, 4, 2), vectors(tf, 5, 2), cell(tf))


@case
def tied(tf, lib):
    return lib.tied_rnn_seq2seq(vectors(tf, 4, 2), vectors(tf, 5, 2), cell(tf))


@case
def embedding(tf, lib):
    return lib.embedding_rnn_seq2seq(symbols(tf, 4, 8), symbols(tf, 5, 9), cell(tf), 8, 9, 7)


@case
def embedding_fed_back(tf, lib):
    return lib.embedding_rnn_seq2seq(symbols(tf, 4, 8), symbols(tf, 5, 9), cell(tf), 8, 9, 7, feed_previous=True)


@case
def embedding_decided(tf, lib):
    return lib.embedding_rnn_seq2seq(
        symbols(tf, 4, 8), symbols(tf, 5, 9), cell(tf), 8, 9, 7, feed_previous=tf.constant(True)
    )


@case
def embedding_projected(tf, lib):
    projection = tf.get_variable("w", [6, 9]), tf.get_variable("b", [9])
    return lib.embedding_rnn_seq2seq(
        symbols(tf, 4, 8), symbols(tf, 5, 9), cell(tf), 8, 9, 7, output_projection=projection, feed_previous=True
    )


@case
def embedding_tied(tf, lib):
    return lib.embedding_tied_rnn_seq2seq(
        symbols(tf, 4, 8), symbols(tf, 5, 8), cell(tf), 8, 7, feed_previous=tf.constant(False)
    )


@case
def attention(tf, lib):
    gru = tf.nn.rnn_cell.GRUCell(6)
    return lib.embedding_attention_seq2seq(symbols(tf, 4, 8), symbols(tf, 5, 9), gru, 8, 9, 7, num_heads=2)


@case
def attention_decided(tf, lib):
    return lib.embedding_attention_seq2seq(
        symbols(tf, 4, 8),
        symbols(tf, 5, 9),
        cell(tf),
        8,
        9,
        7,
        feed_previous=tf.constant(True),
        initial_state_attention=True,
    )


@case
def one2many(tf, lib):
    return lib.one2many_rnn_seq2seq(
        symbols(tf, 4, 8),
        {"first": symbols(tf, 5, 9), "second": symbols(tf, 3, 10)},
        cell(tf),
        {"first": cell(tf), "second": cell(tf)},
        8,
        {"first": 9, "second": 10},
        7,
    )[0]["second"], tf.zeros([1])


@case
def losses(tf, lib):
    logits, targets = vectors(tf, 5, 9), symbols(tf, 5, 9)
    weights = [tf.constant([1.0, 0.5, 0.0])] * 5
    return [
        lib.sequence_loss_by_example(logits, targets, weights),
        lib.sequence_loss(logits, targets, weights),
        lib.sequence_loss(logits, targets, weights, average_across_timesteps=False, average_across_batch=False),
    ], tf.zeros([1])


@case
def buckets(tf, lib):
    weights = [tf.constant([1.0, 0.5, 0.0])] * 5
    outputs, costs = lib.model_with_buckets(
        symbols(tf, 4, 8),
        symbols(tf, 5, 9),
        symbols(tf, 5, 9),
        weights,
        [(2, 3), (4, 5)],
        lambda sources, targets: lib.embedding_rnn_seq2seq(sources, targets, cell(tf), 8, 9, 7),
    )
    return costs + outputs[0], tf.zeros([1])
