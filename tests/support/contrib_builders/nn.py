"""`tf.contrib.nn` and `tf.contrib.grid_rnn`. Sizes: batch 2, depth 4, units 3, classes 5."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


@builder
def alpha_dropout(tf: Any) -> Any:
    nn, x = tf.contrib.nn, _waves(tf, 2, 4)
    return nn.alpha_dropout(x, 0.6), nn.alpha_dropout(x, tf.constant(0.5), [2, 1], seed=3), nn.alpha_dropout(x, 1.0)


@builder
def flipped_cross_entropies(tf: Any) -> Any:
    nn, x = tf.contrib.nn, _waves(tf, 2, 4)
    return (
        nn.deprecated_flipped_softmax_cross_entropy_with_logits(x, tf.nn.softmax(x)),
        nn.deprecated_flipped_sparse_softmax_cross_entropy_with_logits(x, [3, 0]),
        nn.deprecated_flipped_sigmoid_cross_entropy_with_logits(x, tf.sigmoid(-x)),
    )


@builder
def conv1d_transpose(tf: Any) -> Any:
    return tf.contrib.nn.conv1d_transpose(_waves(tf, 2, 3, 4), _waves(tf, 2, 5, 4), [2, 6, 5], 2)


@builder
def nth_element(tf: Any) -> Any:
    return tf.contrib.nn.nth_element(_waves(tf, 2, 4), 1), tf.contrib.nn.nth_element(_waves(tf, 2, 4), 1, reverse=True)


@builder
def scaled_softplus(tf: Any) -> Any:
    x, alpha, clip = _waves(tf, 2, 4), tf.constant(0.3), tf.constant(0.5)
    free, clipped = tf.contrib.nn.scaled_softplus(x, alpha), tf.contrib.nn.scaled_softplus(x, alpha, clip)
    return free, clipped, tf.gradients(free, [x, alpha]), tf.gradients(clipped, [x, alpha, clip])


@builder
def sampled_losses(tf: Any) -> Any:
    nn = tf.contrib.nn
    weights, biases = tf.get_variable("weights", [5, 4]), tf.get_variable("biases", [5])
    labels, inputs = tf.constant([[2], [4]], tf.int64), _waves(tf, 2, 4)
    sampled = tf.nn.uniform_candidate_sampler(labels, 1, 4, True, 5, seed=7)
    return (
        nn.sampled_sparse_softmax_loss(weights, biases, labels, inputs, 4, 5, sampled),
        nn.rank_sampled_softmax_loss(weights, biases, labels, inputs, 4, 2, 5, 1, sampled, 2.0, True, "div"),
    )


@builder
def forward_gradients(tf: Any) -> Any:
    from tensorflow.contrib.nn.python.ops.fwd_gradients import fwd_gradients

    x = _waves(tf, 4)
    return fwd_gradients([x * x, tf.sin(x)], [x], [tf.constant([1.0, 2.0, 0.0, -1.0])])


@builder
def grid_cells(tf: Any) -> Any:
    grid = tf.contrib.grid_rnn
    found = []
    for place, cell in enumerate((
        grid.Grid1BasicRNNCell(3),
        grid.Grid2BasicRNNCell(3, tied=True),
        grid.Grid1BasicLSTMCell(3, state_is_tuple=False, output_is_tuple=False),
        grid.Grid2BasicLSTMCell(3, non_recurrent_fn=tf.tanh),
        grid.Grid1LSTMCell(3, use_peepholes=True),
        grid.Grid3LSTMCell(3, tied=True),
        grid.Grid2GRUCell(3),
        grid.GridRNNCell(3, 3, [0, 1], [0, 2], 2, cell_fn=tf.contrib.rnn.GRUCell),
    )):  # fmt: skip
        # The initializer is that of 1.15's layers where there is no cell: without one it fails there.
        with tf.variable_scope("cell%d" % place, initializer=tf.random_uniform_initializer(-0.5, 0.5)):
            found.append(cell(_waves(tf, 2, 4), cell.zero_state(2, tf.float32)))
    return found


@builder
def trained_grid(tf: Any) -> Any:
    cell = tf.contrib.grid_rnn.Grid2LSTMCell(3, use_peepholes=True)
    outputs, _ = tf.contrib.rnn.static_rnn(cell, tf.unstack(_waves(tf, 3, 2, 4)), dtype=tf.float32)
    loss = tf.reduce_mean(tf.square(outputs[-1][0] - 0.25))
    return trained(tf.train.AdamOptimizer(0.02).minimize(loss), loss)
