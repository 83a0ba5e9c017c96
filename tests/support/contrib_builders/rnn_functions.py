"""Functions, fused cells and training of `tf.contrib.rnn`. Sizes: batch 2, time 3, depth 4, units 5."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


def _fitted(tf: Any, outputs: Any, optimizer: Any = None) -> Any:
    loss = tf.reduce_mean(tf.square(outputs - 0.25))
    step = (optimizer or tf.train.AdamOptimizer(0.02)).minimize(loss)
    return trained(step, loss)


@builder
def static(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    inputs = tf.unstack(_waves(tf, 3, 2, 4))
    outputs, state = rnn.static_rnn(rnn.BasicLSTMCell(5), inputs, dtype=tf.float32, sequence_length=[2, 3])
    with tf.variable_scope("both"):
        both = rnn.static_bidirectional_rnn(rnn.GRUCell(5), rnn.GRUCell(2), inputs, dtype=tf.float32)
    return outputs, state, both


@builder
def static_state_saving(tf: Any) -> Any:
    class Saver:
        def state(self, name: str) -> Any:
            return tf.constant(np.ones((2, 5), np.float32))

        def save_state(self, name: str, value: Any) -> Any:
            return tf.identity(value)

    rnn = tf.contrib.rnn
    inputs = tf.unstack(_waves(tf, 3, 2, 4))
    return rnn.static_state_saving_rnn(rnn.GRUCell(5), inputs, Saver(), "state")


@builder
def stacks(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    cells = [[rnn.GRUCell(5), rnn.GRUCell(3)] for _ in range(4)]
    inputs = _waves(tf, 3, 2, 4)
    static = rnn.stack_bidirectional_rnn(cells[0], cells[1], tf.unstack(inputs), dtype=tf.float32, scope="static")
    states = [tf.ones([2, 5]), tf.zeros([2, 3])]
    dynamic = rnn.stack_bidirectional_dynamic_rnn(
        cells[2], cells[3], inputs, states, states, tf.float32, tf.constant([3, 1]), time_major=True
    )
    return static, dynamic


@builder
def fused_adaptors(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    inputs = _waves(tf, 3, 2, 4)
    found = []
    for loop, form in ((True, inputs), (False, tf.unstack(inputs))):
        with tf.variable_scope("loop" if loop else "unrolled"):
            cell = rnn.FusedRNNCellAdaptor(rnn.GRUCell(5), use_dynamic_rnn=loop)
            found.append(cell(form, dtype=tf.float32))
        with tf.variable_scope("backwards%d" % loop):
            back = rnn.TimeReversedFusedRNN(rnn.FusedRNNCellAdaptor(rnn.GRUCell(5), use_dynamic_rnn=loop))
            found.append(back(form, dtype=tf.float32, sequence_length=tf.constant([2, 3]) if loop else None))
    return found


@builder
def lstm_blocks(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    inputs = _waves(tf, 3, 2, 4)
    cell = rnn.LSTMBlockCell(5, use_peephole=True, cell_clip=0.2)
    fused = rnn.LSTMBlockFusedCell(5, forget_bias=0.5, use_peephole=True)
    return (
        tf.nn.dynamic_rnn(cell, inputs, time_major=True, dtype=tf.float32),
        fused(inputs, dtype=tf.float32, sequence_length=tf.constant([3, 1])),
        rnn.LSTMBlockFusedCell(2)(inputs, initial_state=(tf.ones([2, 2]), tf.ones([2, 2]))),
    )


@builder
def gru_blocks(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    cells = rnn.MultiRNNCell([rnn.GRUBlockCell(5), rnn.GRUBlockCellV2(3)])
    return tf.nn.dynamic_rnn(cells, _waves(tf, 2, 3, 4), dtype=tf.float32)


@builder
def batches(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    x = _waves(tf, 2, 3, 4)
    return rnn.transpose_batch_time(x), tf.constant(rnn.best_effort_input_batch_size([x]))


@builder
def trained_stack(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    cells = [rnn.DropoutWrapper(rnn.BasicLSTMCell(5), output_keep_prob=0.8), rnn.GRUCell(3)]
    outputs, _ = rnn.static_rnn(rnn.MultiRNNCell(cells), tf.unstack(_waves(tf, 3, 2, 4)), dtype=tf.float32)
    return _fitted(tf, tf.contrib.layers.fully_connected(outputs[-1], 1, None))


@builder
def trained_bidirectional(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    cells = [rnn.LSTMCell(5, use_peepholes=True), rnn.LSTMCell(3)]
    outputs, _, _ = rnn.static_bidirectional_rnn(cells[0], cells[1], tf.unstack(_waves(tf, 3, 2, 4)), dtype=tf.float32)
    return _fitted(tf, outputs[-1], tf.train.RMSPropOptimizer(0.01))


@builder
def trained_layer_norm_lstm(tf: Any) -> Any:
    cell = tf.contrib.rnn.LayerNormBasicLSTMCell(5, dropout_keep_prob=0.9)
    outputs, _ = tf.contrib.rnn.static_rnn(cell, tf.unstack(_waves(tf, 3, 2, 4)), dtype=tf.float32)
    return _fitted(tf, tf.stack(outputs))


@builder
def trained_attention_wrapper(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    outputs, _ = rnn.static_rnn(
        rnn.AttentionCellWrapper(rnn.BasicLSTMCell(5), 2), tf.unstack(_waves(tf, 3, 2, 4)), dtype=tf.float32
    )
    return _fitted(tf, outputs[-1], tf.train.AdagradOptimizer(0.1))


@builder
def trained_nas(tf: Any) -> Any:
    outputs, _ = tf.nn.dynamic_rnn(tf.contrib.rnn.NASCell(5), _waves(tf, 2, 3, 4), dtype=tf.float32)
    return _fitted(tf, outputs)


@builder
def trained_blocks(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    inputs = _waves(tf, 3, 2, 4)
    fused, _ = rnn.LSTMBlockFusedCell(5, use_peephole=True)(inputs, dtype=tf.float32)
    cells = rnn.MultiRNNCell([rnn.LSTMBlockCell(3), rnn.GRUBlockCellV2(2)])
    outputs, _ = tf.nn.dynamic_rnn(cells, fused, time_major=True, dtype=tf.float32)
    return _fitted(tf, outputs)


@builder
def trained_conv_lstm(tf: Any) -> Any:
    cell = tf.contrib.rnn.ConvLSTMCell(2, [4, 3, 1], 2, [2, 2])
    outputs, _ = tf.nn.dynamic_rnn(cell, _waves(tf, 2, 3, 4, 3, 1), dtype=tf.float32)
    return _fitted(tf, outputs)


@builder
def trained_phased_lstm(tf: Any) -> Any:
    times = tf.constant([[[0.5], [1.25], [3.0]], [[0.1], [2.0], [2.5]]], tf.float64)
    outputs, _ = tf.nn.dynamic_rnn(
        tf.contrib.rnn.PhasedLSTMCell(5, period_init_max=5.0), (times, _waves(tf, 2, 3, 4)), dtype=tf.float32
    )
    return _fitted(tf, outputs)
