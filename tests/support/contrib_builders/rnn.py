"""Recurrent cells of `tf.contrib.rnn`, two calls each or in a loop. Sizes: batch 2, time 3, depth 4, units 5."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


def _two_calls(tf: Any, cell: Any, depth: int = 4) -> Any:
    state = cell.zero_state(2, tf.float32)
    with tf.variable_scope("net") as scope:
        one, state = cell(_waves(tf, 2, depth), state)
        scope.reuse_variables()
        return one, cell(2.0 * _waves(tf, 2, depth), state)


def _loop(tf: Any, cell: Any) -> Any:
    return tf.nn.dynamic_rnn(cell, _waves(tf, 2, 3, 4), tf.constant([3, 2]), dtype=tf.float32)


@builder
def core_cells(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    cells = [rnn.BasicLSTMCell(5), rnn.LSTMCell(5, use_peepholes=True, num_proj=3), rnn.GRUCell(5), rnn.BasicRNNCell(5)]
    dropped = rnn.DropoutWrapper(rnn.MultiRNNCell(cells), 0.9, 0.8, 0.7)
    return _two_calls(tf, dropped)  # not in a loop: there the order of draws is not fixed


@builder
def residual_wrapper(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    return _loop(tf, rnn.ResidualWrapper(rnn.DeviceWrapper(rnn.GRUCell(4), "/cpu:0")))


@builder
def layer_norm_lstm(tf: Any) -> Any:
    return _two_calls(tf, tf.contrib.rnn.LayerNormBasicLSTMCell(5, dropout_keep_prob=0.6))


@builder
def layer_norm_lstm_without_norm(tf: Any) -> Any:
    cell = tf.contrib.rnn.LayerNormBasicLSTMCell(5, layer_norm=False, forget_bias=0.5, activation=tf.nn.relu)
    return _loop(tf, cell)


@builder
def layer_norm_lstm_gain(tf: Any) -> Any:
    cell = tf.contrib.rnn.LayerNormBasicLSTMCell(5, norm_gain=0.5, norm_shift=0.1, dropout_prob_seed=3)
    return _loop(tf, cell)


@builder
def coupled_lstm(tf: Any) -> Any:
    return _two_calls(tf, tf.contrib.rnn.CoupledInputForgetGateLSTMCell(5))


@builder
def coupled_lstm_options(tf: Any) -> Any:
    cell = tf.contrib.rnn.CoupledInputForgetGateLSTMCell(
        5, use_peepholes=True, num_proj=3, proj_clip=0.1, num_unit_shards=2, layer_norm=True
    )
    return _two_calls(tf, cell)


@builder
def coupled_lstm_joined(tf: Any) -> Any:
    return _loop(tf, tf.contrib.rnn.CoupledInputForgetGateLSTMCell(5, state_is_tuple=False))


@builder
def time_freq_lstm(tf: Any) -> Any:
    cell = tf.contrib.rnn.TimeFreqLSTMCell(
        5, use_peepholes=True, feature_size=2, frequency_skip=1, cell_clip=0.3, num_unit_shards=2
    )
    return cell(_waves(tf, 2, 4), _waves(tf, 2, 30))


@builder
def grid_lstm(tf: Any) -> Any:
    cell = tf.contrib.rnn.GridLSTMCell(3, True, feature_size=2, frequency_skip=1, num_frequency_blocks=[3])
    return _two_calls(tf, cell)


@builder
def grid_lstm_shared(tf: Any) -> Any:
    cell = tf.contrib.rnn.GridLSTMCell(
        3, True, True, 0.4, feature_size=2, frequency_skip=2, num_frequency_blocks=[2], couple_input_forget_gates=True,
        state_is_tuple=False, num_unit_shards=2,
    )  # fmt: skip
    return _two_calls(tf, cell)


@builder
def grid_lstm_both_ways(tf: Any) -> Any:
    cell = tf.contrib.rnn.BidirectionalGridLSTMCell(
        3, feature_size=2, frequency_skip=1, num_frequency_blocks=[1, 2], start_freqindex_list=[0, 1],
        end_freqindex_list=[2, 4], backward_slice_offset=1,
    )  # fmt: skip
    return _two_calls(tf, cell)


@builder
def nas(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    return _loop(tf, rnn.MultiRNNCell([rnn.NASCell(5, num_proj=3, use_bias=True), rnn.NASCell(2)]))


@builder
def ugrnn(tf: Any) -> Any:
    return _two_calls(tf, tf.contrib.rnn.UGRNNCell(5, initializer=tf.random_uniform_initializer(-0.5, 0.5)))


@builder
def intersection(tf: Any) -> Any:
    return _two_calls(tf, tf.contrib.rnn.IntersectionRNNCell(5, num_in_proj=5))


@builder
def phased_lstm(tf: Any) -> Any:
    cell = tf.contrib.rnn.PhasedLSTMCell(5, use_peepholes=True, trainable_ratio_on=False, period_init_max=10.0)
    times = tf.constant([[[0.5], [1.25], [3.0]], [[0.1], [2.0], [2.5]]])
    return tf.nn.dynamic_rnn(cell, (times, _waves(tf, 2, 3, 4)), dtype=tf.float32)


@builder
def conv_lstm(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    found = []
    for cell, shape in (
        (rnn.Conv1DLSTMCell(input_shape=[4, 3], output_channels=2, kernel_shape=[3]), (2, 4, 3)),
        (rnn.Conv2DLSTMCell(input_shape=[3, 4, 2], output_channels=1, kernel_shape=[2, 3], skip_connection=True),
         (2, 3, 4, 2)),
        (rnn.Conv3DLSTMCell(input_shape=[2, 3, 4, 1], output_channels=2, kernel_shape=[1, 2, 3], use_bias=False),
         (2, 2, 3, 4, 1)),
    ):  # fmt: skip
        found.append(cell(_waves(tf, *shape), cell.zero_state(2, tf.float32)))
    return found


@builder
def group_lstm(tf: Any) -> Any:
    return _two_calls(tf, tf.contrib.rnn.GLSTMCell(6, num_proj=4, number_of_groups=2))


@builder
def sru(tf: Any) -> Any:
    return _loop(tf, tf.contrib.rnn.SRUCell(4))


@builder
def independent(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    cells = [rnn.IndRNNCell(5), rnn.IndyGRUCell(3), rnn.IndyLSTMCell(2, forget_bias=0.5)]
    return _loop(tf, rnn.MultiRNNCell(cells))


@builder
def attention_wrapper(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    return _two_calls(tf, rnn.AttentionCellWrapper(rnn.GRUCell(5), 3, attn_size=2, attn_vec_size=4))


@builder
def attention_wrapper_joined(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    return _loop(tf, rnn.AttentionCellWrapper(rnn.GRUCell(5), 2, input_size=3, state_is_tuple=False))


@builder
def highway_wrapper(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    cells = [rnn.HighwayWrapper(rnn.GRUCell(4)), rnn.HighwayWrapper(rnn.BasicLSTMCell(4), False, 0.5)]
    return _loop(tf, rnn.MultiRNNCell(cells))


@builder
def projection_wrappers(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    inner = rnn.InputProjectionWrapper(rnn.GRUCell(5), 3)
    return _loop(tf, rnn.OutputProjectionWrapper(inner, 2, activation=tf.nn.relu))


@builder
def embedding_wrapper(tf: Any) -> Any:
    cell = tf.contrib.rnn.EmbeddingWrapper(tf.contrib.rnn.GRUCell(5), 7, 3)
    return cell(tf.constant([[1], [6]]), cell.zero_state(2, tf.float32))


@builder
def compiled_wrapper(tf: Any) -> Any:
    rnn = tf.contrib.rnn
    return _two_calls(tf, rnn.CompiledWrapper(rnn.LSTMCell(5)))


@builder
def private_cells(tf: Any) -> Any:
    from tensorflow.contrib.rnn.python.ops import rnn_cell

    cells = [
        rnn_cell.LayerNormLSTMCell(5, True, 0.5, num_proj=3, proj_clip=0.2, layer_norm=True),
        rnn_cell.WeightNormLSTMCell(4, use_peepholes=True, num_proj=3),
        rnn_cell.MinimalRNNCell(3),
        rnn_cell.CFNCell(2),
    ]
    return [_two_calls(tf, cell) for cell in cells[:1]], _loop(tf, tf.contrib.rnn.MultiRNNCell(cells[1:]))


@builder
def neural_turing_machine(tf: Any) -> Any:
    from tensorflow.contrib.rnn.python.ops import rnn_cell

    cell = rnn_cell.NTMCell(tf.contrib.rnn.LSTMCell(5), 6, 3, 1, 2, output_dim=2)
    one, (two, state) = _two_calls(tf, cell)
    return one, two, state[:-1]
