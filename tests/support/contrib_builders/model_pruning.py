"""Layers whose weights are pruned while they train. Sizes: batch 2, images 4 x 4 x 3."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder


def _train(tf: Any, loss: Any, settings: str) -> Any:
    step = tf.train.get_or_create_global_step()
    pruning = tf.contrib.model_pruning
    spec = pruning.get_pruning_hparams().parse(settings)
    prune = pruning.Pruning(spec, global_step=step)
    train = tf.train.GradientDescentOptimizer(0.01).minimize(loss, global_step=step)
    update = prune.conditional_mask_update_op()
    fetches = [loss, pruning.get_weight_sparsity(), pruning.get_thresholds()]

    def run(session: Any) -> Any:
        # One after the other: the update reads the step that training moves on.
        return [[session.run(each) for each in (fetches, train, update)][0] for _ in range(20)]

    return run


@builder
def layers(tf: Any) -> Any:
    pruning = tf.contrib.model_pruning
    images = tf.constant(np.sin(np.arange(96, dtype=np.float32)).reshape(2, 4, 4, 3))
    net = pruning.masked_conv2d(images, 5, [3, 3], scope="conv", weights_regularizer=tf.nn.l2_loss)
    net = pruning.masked_fully_connected(tf.reshape(net, [2, 80]), 3, activation_fn=None)
    loss = tf.reduce_mean(tf.square(net - 0.5)) + tf.losses.get_regularization_loss()
    return _train(tf, loss, "pruning_frequency=2,sparsity_function_end_step=10,target_sparsity=0.7")


@builder
def blocks(tf: Any) -> Any:
    weights = tf.get_variable("weights", [6, 5])
    masked = tf.contrib.model_pruning.apply_mask(weights, tf.get_variable_scope())
    loss = tf.reduce_mean(tf.square(tf.matmul(tf.ones([2, 6]), masked) - 0.5))
    settings = "pruning_frequency=1,sparsity_function_end_step=8,block_height=2,block_width=3,threshold_decay=0.3"
    return _train(tf, loss, settings)


@builder
def cells(tf: Any) -> Any:
    pruning = tf.contrib.model_pruning
    inputs = tf.constant(np.cos(np.arange(24, dtype=np.float32)).reshape(2, 3, 4))
    one, _ = tf.nn.dynamic_rnn(pruning.MaskedBasicLSTMCell(3), inputs, dtype=tf.float32, scope="one")
    two, _ = tf.nn.dynamic_rnn(pruning.MaskedLSTMCell(3, use_peepholes=True), one, dtype=tf.float32, scope="two")
    loss = tf.reduce_mean(tf.square(two - 0.1))
    return _train(tf, loss, "pruning_frequency=3,sparsity_function_end_step=15,weight_sparsity_map=[one/rnn:0.6]")
