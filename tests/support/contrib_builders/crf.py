"""Linear-chain conditional random fields. Sizes: batch 2, time 4, tags 3."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _scores(tf: Any) -> Any:
    return tf.constant(np.sin(np.arange(24, dtype=np.float32)).reshape(2, 4, 3))


def _transitions(tf: Any) -> Any:
    return tf.constant(np.cos(np.arange(9, dtype=np.float32)).reshape(3, 3))


def _unknown_length(tf: Any, steps: int) -> Any:
    return tf.placeholder_with_default(_scores(tf)[:, :steps], [None, None, 3])


@builder
def log_likelihood(tf: Any) -> Any:
    tags = tf.constant([[0, 1, 2, 0], [2, 2, 1, 0]])
    return tf.contrib.crf.crf_log_likelihood(_scores(tf), tags, tf.constant([4, 2]))


@builder
def parts_of_the_score(tf: Any) -> Any:
    crf, x, t = tf.contrib.crf, _scores(tf), _transitions(tf)
    tags, lengths = tf.constant([[0, 1, 2, 0], [2, 2, 1, 0]], tf.int64), tf.constant([3, 0], tf.int64)
    return (
        crf.crf_unary_score(tags, lengths, x),
        crf.crf_binary_score(tags, lengths, t),
        crf.crf_sequence_score(x, tags, lengths, t),
        crf.crf_log_norm(x, lengths, t),
    )


@builder
def one_step(tf: Any) -> Any:
    crf, x, t = tf.contrib.crf, _scores(tf)[:, :1], _transitions(tf)
    lengths = tf.constant([1, 0])
    return (
        crf.crf_log_likelihood(x, tf.constant([[2], [1]]), lengths, t)[0],
        crf.crf_multitag_sequence_score(x, tf.constant([[[True, False, True]], [[True, True, False]]]), lengths, t),
        crf.crf_decode(x, t, lengths),
    )


@builder
def steps_known_when_run(tf: Any) -> Any:
    crf, t = tf.contrib.crf, _transitions(tf)
    tags = tf.placeholder_with_default(np.int32([[2, 1, 0], [1, 1, 2]]), [None, None])
    lengths = tf.constant([3, 2])
    one, many = _unknown_length(tf, 1), _unknown_length(tf, 3)
    return (
        crf.crf_log_likelihood(many, tags, lengths, t)[0],
        crf.crf_log_likelihood(one, tags[:, : tf.shape(one)[1]], tf.constant([1, 1]), t)[0],
        crf.crf_decode(many, t, lengths),
        crf.crf_decode(one, t, tf.constant([1, 1])),
    )


@builder
def several_tags(tf: Any) -> Any:
    bitmap = np.ones((2, 4, 3), bool)
    bitmap[0, 1, 2] = bitmap[1, 0, 0] = False
    crf, t = tf.contrib.crf, _transitions(tf)
    return crf.crf_multitag_sequence_score(_scores(tf), tf.constant(bitmap), tf.constant([4, 2]), t)


@builder
def decoding(tf: Any) -> Any:
    return tf.contrib.crf.crf_decode(_scores(tf), _transitions(tf), tf.constant([4, 2]))


@builder
def viterbi(tf: Any) -> Any:
    crf = tf.contrib.crf
    tags, score = crf.viterbi_decode(
        np.sin(np.arange(12, dtype=np.float32)).reshape(4, 3), np.cos(np.arange(9, dtype=np.float32)).reshape(3, 3)
    )
    return tf.constant(np.int32(tags)), tf.constant(np.float32(score))


@builder
def tagger(tf: Any) -> Any:
    """A recurrent network over word numbers under a conditional random field."""
    crf = tf.contrib.crf
    words, tags = tf.constant([[1, 4, 2, 0], [3, 5, 0, 0]]), tf.constant([[0, 1, 2, 0], [2, 1, 0, 0]])
    lengths = tf.constant([4, 2])
    table = tf.get_variable("embeddings", [6, 5])
    cells = [tf.contrib.rnn.LSTMCell(4), tf.contrib.rnn.LSTMCell(4)]
    embedded = tf.nn.embedding_lookup(table, words)
    out, _ = tf.nn.bidirectional_dynamic_rnn(cells[0], cells[1], embedded, lengths, dtype=tf.float32)
    scores = tf.layers.dense(tf.nn.dropout(tf.concat(out, 2), 0.9), 3)
    likelihood, transitions = crf.crf_log_likelihood(scores, tags, lengths)
    loss = tf.reduce_mean(-likelihood)
    decoded, best = crf.crf_decode(scores, transitions, lengths)
    step = tf.train.AdamOptimizer(0.05).minimize(loss)
    return trained(step, (loss, decoded, best))
