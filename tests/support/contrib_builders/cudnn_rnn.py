"""The cells that `tf.contrib.cudnn_rnn` has for the CPU. Sizes: batch 2, time 3, depth 4, units 5."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


@builder
def compatible_cells(tf: Any) -> Any:
    cudnn = tf.contrib.cudnn_rnn
    cells = [cudnn.CudnnCompatibleLSTMCell(5), cudnn.CudnnCompatibleGRUCell(3)]
    cell = tf.contrib.rnn.MultiRNNCell(cells)
    return tf.nn.dynamic_rnn(cell, _waves(tf, 2, 3, 4), tf.constant([3, 2]), dtype=tf.float32)


@builder
def trained_gru(tf: Any) -> Any:
    start = tf.random_uniform_initializer(-0.5, 0.5)
    cell = tf.contrib.cudnn_rnn.CudnnCompatibleGRUCell(5, kernel_initializer=start)
    outputs, _ = tf.nn.dynamic_rnn(cell, _waves(tf, 2, 3, 4), dtype=tf.float32)
    loss = tf.reduce_mean(tf.square(outputs - 0.25))
    return trained(tf.train.AdamOptimizer(0.02).minimize(loss), loss)


@builder
def trained_lstm(tf: Any) -> Any:
    cell = tf.contrib.cudnn_rnn.CudnnCompatibleLSTMCell(5)
    outputs, _ = tf.nn.dynamic_rnn(cell, _waves(tf, 2, 3, 4), dtype=tf.float32)
    loss = tf.reduce_mean(tf.square(outputs - 0.25))
    return trained(tf.train.AdamOptimizer(0.02).minimize(loss), loss)
