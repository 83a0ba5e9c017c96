"""Decoders, helpers and the loss of `tf.contrib.seq2seq`. Sizes: batch 2, time 3, depth 4, units 5, classes 6."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


def _decoded(tf: Any, helper: Any, layer: Any = None, **options: Any) -> Any:
    cell = tf.contrib.rnn.GRUCell(5)
    decoder = tf.contrib.seq2seq.BasicDecoder(cell, helper, cell.zero_state(2, tf.float32), layer)
    return tf.contrib.seq2seq.dynamic_decode(decoder, **options)


@builder
def training_helper(tf: Any) -> Any:
    helper = tf.contrib.seq2seq.TrainingHelper(_waves(tf, 2, 3, 4), tf.constant([3, 2]))
    return _decoded(tf, helper, tf.layers.Dense(6), impute_finished=True)


@builder
def training_helper_time_major(tf: Any) -> Any:
    helper = tf.contrib.seq2seq.TrainingHelper(_waves(tf, 3, 2, 4), tf.constant([0, 2]), time_major=True)
    return _decoded(tf, helper, output_time_major=True, maximum_iterations=1, swap_memory=True, scope="decode")


@builder
def greedy_helper(tf: Any) -> Any:
    table = tf.get_variable("table", [6, 4])
    helper = tf.contrib.seq2seq.GreedyEmbeddingHelper(table, tf.constant([0, 1]), 5)
    return _decoded(tf, helper, tf.layers.Dense(6, use_bias=False), maximum_iterations=4)


@builder
def sample_helper(tf: Any) -> Any:
    def embed(ids: Any) -> Any:
        return tf.one_hot(ids, 4) * 3.0

    helper = tf.contrib.seq2seq.SampleEmbeddingHelper(embed, tf.constant([0, 1]), 5, softmax_temperature=0.5)
    return _decoded(tf, helper, tf.layers.Dense(6), maximum_iterations=4)


@builder
def custom_helper(tf: Any) -> Any:
    def next_inputs(time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        return time >= [2, 1], outputs[:, :4], state

    helper = tf.contrib.seq2seq.CustomHelper(
        lambda: (tf.constant([False, False]), _waves(tf, 2, 4)),
        lambda time, outputs, state: outputs[:, 0],
        next_inputs,
        sample_ids_dtype=tf.float32,
    )
    return _decoded(tf, helper)


@builder
def inference_helper(tf: Any) -> Any:
    helper = tf.contrib.seq2seq.InferenceHelper(
        lambda outputs: outputs[:, 1:],
        [4],
        tf.float32,
        _waves(tf, 2, 4),
        lambda sample: sample[:, 0] > 0.3,
        next_inputs_fn=lambda sample: 2.0 * sample,
    )
    return _decoded(tf, helper, maximum_iterations=3)


@builder
def scheduled_embedding_helper(tf: Any) -> Any:
    table = tf.get_variable("table", [6, 4])
    helper = tf.contrib.seq2seq.ScheduledEmbeddingTrainingHelper(
        _waves(tf, 2, 3, 4), tf.constant([3, 2]), table, 0.5, seed=3, scheduling_seed=4
    )
    return _decoded(tf, helper, tf.layers.Dense(6), maximum_iterations=1)


@builder
def scheduled_embedding_helper_always(tf: Any) -> Any:
    table = tf.get_variable("table", [6, 4])
    helper = tf.contrib.seq2seq.ScheduledEmbeddingTrainingHelper(
        _waves(tf, 3, 2, 4), tf.constant([3, 2]), table, 1.0, time_major=True
    )
    return _decoded(tf, helper, tf.layers.Dense(6))[0].rnn_output[:, 0]


@builder
def scheduled_output_helper(tf: Any) -> Any:
    helper = tf.contrib.seq2seq.ScheduledOutputTrainingHelper(
        _waves(tf, 2, 3, 5), tf.constant([3, 2]), tf.constant(1.0)
    )
    return _decoded(tf, helper)


@builder
def scheduled_output_helper_options(tf: Any) -> Any:
    helper = tf.contrib.seq2seq.ScheduledOutputTrainingHelper(
        _waves(tf, 2, 3, 4), tf.constant([3, 2]), 1.0, seed=1,
        next_inputs_fn=lambda outputs: outputs[:, :4], auxiliary_inputs=_waves(tf, 2, 3, 2),
    )  # fmt: skip
    return _decoded(tf, helper)


@builder
def sequence_losses(tf: Any) -> Any:
    seq2seq = tf.contrib.seq2seq
    logits, targets = _waves(tf, 2, 3, 6), tf.constant([[1, 0, 5], [2, 3, 0]])
    weights = tf.constant([[1.0, 0.5, 0.0], [1.0, 1.0, 0.25]])

    def loss(*how: bool, **options: Any) -> Any:
        return seq2seq.sequence_loss(logits, targets, weights, *how, **options)

    def negative(labels: Any, logits: Any) -> Any:
        return -tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)

    return (
        loss(), loss(True, False), loss(False, True), loss(False, False), loss(False, False, True, True),
        loss(False, False, True), loss(False, False, False, True),
        loss(softmax_loss_function=negative, name="negative"),
    )  # fmt: skip


@builder
def tile_batch(tf: Any) -> Any:
    unknown = tf.placeholder_with_default(np.float32([[1, 2], [3, 4], [5, 6]]), [None, 2])
    return tf.contrib.seq2seq.tile_batch((_waves(tf, 2, 3), unknown), 3, name="tile")


@builder
def decoder_of_ones_own(tf: Any) -> Any:
    class Countdown(tf.contrib.seq2seq.Decoder):  # type: ignore[misc, name-defined]
        batch_size = property(lambda self: 2)
        output_size = property(lambda self: (tf.TensorShape([4]), tf.TensorShape([])))
        output_dtype = property(lambda self: (tf.float32, tf.int32))

        def initialize(self, name: Any = None) -> Any:
            return tf.constant([False, False]), _waves(tf, 2, 4), tf.constant([[1.0], [2.0]])

        def step(self, time: Any, inputs: Any, state: Any, name: Any = None) -> Any:
            return (inputs, tf.fill([2], time)), state + 1.0, inputs * 0.5, time >= [1, 2]

        def finalize(self, outputs: Any, final_state: Any, sequence_lengths: Any) -> Any:
            return (outputs[0] + 1.0, outputs[1]), final_state

    return tf.contrib.seq2seq.dynamic_decode(Countdown(), impute_finished=True)


@builder
def trained_decoder(tf: Any) -> Any:
    """An encoder and a decoder that learn to say a sequence; the projection is shared with greedy decoding."""
    seq2seq, rnn = tf.contrib.seq2seq, tf.contrib.rnn
    words = tf.constant([[1, 2, 5], [3, 5, 5]])
    table = tf.get_variable("table", [6, 4])
    _, state = tf.nn.dynamic_rnn(rnn.LSTMCell(5), tf.nn.embedding_lookup(table, words), dtype=tf.float32)
    cell, layer = rnn.LSTMCell(5), tf.layers.Dense(6, name="projection")
    lengths = tf.constant([3, 2])
    inputs = tf.nn.embedding_lookup(table, tf.concat([[[0], [0]], words[:, :-1]], 1))

    def decode(helper: Any, reuse: Any = None) -> Any:
        with tf.variable_scope("decode", reuse=reuse):
            decoder = seq2seq.BasicDecoder(cell, helper, state, layer)
            return seq2seq.dynamic_decode(decoder, maximum_iterations=3)

    outputs, _, _ = decode(seq2seq.TrainingHelper(inputs, lengths))
    mask = tf.sequence_mask(lengths, 3, dtype=tf.float32)
    loss = seq2seq.sequence_loss(outputs.rnn_output, words, mask)
    step = tf.train.AdamOptimizer(0.05).minimize(loss)
    greedy, _, _ = decode(seq2seq.GreedyEmbeddingHelper(table, tf.constant([0, 0]), 5), reuse=True)
    return trained(step, (loss, tf.reduce_sum(greedy.rnn_output)))
