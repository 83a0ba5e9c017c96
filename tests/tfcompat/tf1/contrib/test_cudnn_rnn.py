"""cuDNN's layers give what the compatible cells give for one checkpoint; those cells' numbers are 1.15's (builders)."""

import numpy as np
import pytest

import tfcompat.v1 as tf

UNITS, DEPTH, TIME, BATCH = 3, 5, 4, 2
X = np.sin(np.arange(TIME * BATCH * DEPTH, dtype=np.float32)).reshape(TIME, BATCH, DEPTH)
LENGTHS = [4, 2]
CELLS = {
    "CudnnLSTM": lambda: tf.contrib.cudnn_rnn.CudnnCompatibleLSTMCell(UNITS),
    "CudnnGRU": lambda: tf.contrib.cudnn_rnn.CudnnCompatibleGRUCell(UNITS),
    "CudnnRNNTanh": lambda: tf.nn.rnn_cell.BasicRNNCell(UNITS),
    "CudnnRNNRelu": lambda: tf.nn.rnn_cell.BasicRNNCell(UNITS, activation=tf.nn.relu),
}
# What 1.15.5 keeps in a checkpoint for two layers in a scope `main`, but for `opaque_kernel`.
LSTM = "main/cudnn_lstm/rnn/multi_rnn_cell/cell_%d/cudnn_compatible_lstm_cell/%s"
GRU = "main/cudnn_gru/stack_bidirectional_rnn/cell_%d/bidirectional_rnn/%s/cudnn_compatible_gru_cell/%s"
GRU_PARTS = {
    "gates/kernel": [[8, 6], [9, 6]],
    "candidate/input_projection/kernel": [[5, 3], [6, 3]],
    "candidate/hidden_projection/kernel": [[3, 3], [3, 3]],
    "gates/bias": [[6], [6]],
    "candidate/input_projection/bias": [[3], [3]],
    "candidate/hidden_projection/bias": [[3], [3]],
}


def _layer(name, direction="unidirectional", **options):
    start = tf.random_uniform_initializer(-0.7, 0.7, seed=3)
    cls = getattr(tf.contrib.cudnn_rnn, name)
    return cls(2, UNITS, direction=direction, kernel_initializer=start, bias_initializer=start, **options)


def _saved(folder, name, direction, lengths):
    """Outputs, gradients' sizes and last states of the layer; its parameters are then in a checkpoint."""
    layer = _layer(name, direction)
    outputs, states = layer(X, sequence_lengths=lengths)
    (gradient,) = tf.gradients(tf.reduce_sum(outputs), [layer.kernel])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        tf.train.Saver([layer.saveable]).save(session, str(folder / "model"))
        return session.run([outputs, states, gradient])


@pytest.mark.parametrize("name", CELLS)
def test_one_way_as_stacked_cells(name, tmp_path):
    expected, states, gradient = _saved(tmp_path, name, "unidirectional", None)
    assert np.abs(gradient).max() > 0
    tf.reset_default_graph()
    cell = tf.nn.rnn_cell.MultiRNNCell([CELLS[name](), CELLS[name]()])
    with tf.variable_scope(_snake(name)):
        outputs, last = tf.nn.dynamic_rnn(cell, tf.constant(X), time_major=True, dtype=tf.float32)
    with tf.Session() as session:
        tf.train.Saver().restore(session, str(tmp_path / "model"))
        outputs, last = session.run([outputs, last])
    np.testing.assert_allclose(outputs, expected, rtol=1e-5, atol=1e-6)
    hidden = [each.h for each in last] if name == "CudnnLSTM" else last
    np.testing.assert_allclose(np.stack(hidden), states[0], rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", ["CudnnLSTM", "CudnnGRU"])
def test_both_ways_as_stacked_cells(name, tmp_path):
    expected, _, _ = _saved(tmp_path, name, "bidirectional", tf.constant(LENGTHS))
    tf.reset_default_graph()
    cells = [[CELLS[name](), CELLS[name]()] for _ in range(2)]
    with tf.variable_scope(_snake(name)):
        outputs, _, _ = tf.contrib.rnn.stack_bidirectional_dynamic_rnn(
            *cells, tf.constant(X), dtype=tf.float32, sequence_length=tf.constant(LENGTHS), time_major=True
        )
    with tf.Session() as session:
        tf.train.Saver().restore(session, str(tmp_path / "model"))
        np.testing.assert_allclose(session.run(outputs), expected, rtol=1e-5, atol=1e-6)


def test_checkpoints_hold_the_names_and_shapes_of_1_15():
    with tf.variable_scope("main"):
        lstm, gru = _layer("CudnnLSTM"), _layer("CudnnGRU", "bidirectional")
        lstm(X)
        gru(X)
    kernels = {LSTM % (place, "kernel"): shape for place, shape in enumerate([[8, 12], [6, 12]])}
    biases = {LSTM % (place, "bias"): [12] for place in range(2)}
    assert _specs(lstm) == {**kernels, **biases}
    assert _specs(gru) == {
        GRU % (place, way, part): shapes[place] for part, shapes in GRU_PARTS.items() for place in range(2)
        for way in ("fw", "bw")
    }  # fmt: skip
    assert lstm.saveable in tf.get_collection(tf.GraphKeys.SAVEABLE_OBJECTS)
    assert [v.name for v in tf.global_variables()] == [
        "main/cudnn_lstm/opaque_kernel:0",
        "main/cudnn_gru/opaque_kernel:0",
    ]


def test_parameters_restored_into_the_layer(tmp_path):
    expected, _, _ = _saved(tmp_path, "CudnnGRU", "unidirectional", None)
    tf.reset_default_graph()
    layer = _layer("CudnnGRU")
    outputs, _ = layer(X)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        session.run(layer.kernel.assign(tf.zeros_like(layer.kernel)))
        tf.train.Saver([layer.saveable]).restore(session, str(tmp_path / "model"))
        np.testing.assert_allclose(session.run(outputs), expected, rtol=1e-6)


def test_batch_first_and_states_given():
    layer = _layer("CudnnLSTM")
    outputs, (h, c) = layer(X)
    first, middle = layer(X[:2])
    rest, last = layer(X[2:].transpose(1, 0, 2), initial_state=middle, time_major=False, training=False)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        whole, one, two, states, again = session.run([outputs, first, rest, (h, c), last])
    np.testing.assert_allclose(np.concatenate([one, two.transpose(1, 0, 2)]), whole, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(again, states, rtol=1e-5, atol=1e-6)


def test_the_network_with_parameters_given_and_a_projection():
    from tensorflow.contrib.cudnn_rnn.python.ops import cudnn_rnn_ops

    net = cudnn_rnn_ops.CudnnLSTM(2, UNITS, DEPTH, num_proj=2)
    with tf.Session() as session:
        count = session.run(net.params_size())
        assert count == 4 * UNITS * (DEPTH + 2) + 2 * UNITS + 4 * UNITS * (2 + 2) + 2 * UNITS + 2 * 8 * UNITS
        params = tf.constant(np.cos(np.arange(count, dtype=np.float32)))
        weights, biases = net.params_to_canonical(params)
        back = net.canonical_to_params(weights, biases)
        outputs, h, c = net(X, tf.zeros([2, BATCH, 2]), tf.zeros([2, BATCH, UNITS]), params)
        assert np.array_equal(*session.run([back, params]))
        assert [each.shape.as_list() for each in (outputs, h, c)] == [
            [TIME, BATCH, 2],
            [2, BATCH, 2],
            [2, BATCH, UNITS],
        ]
        np.testing.assert_allclose(*session.run([outputs[-1], h[-1]]))


def test_what_cannot_be_said():
    with pytest.raises(ValueError, match="Invalid direction: both, expecting"):
        tf.contrib.cudnn_rnn.CudnnGRU(1, 2, direction="both")
    with pytest.raises(NotImplementedError, match="'skip_input'.*use 'linear_input'"):
        tf.contrib.cudnn_rnn.CudnnGRU(1, DEPTH, input_mode="auto_select")(X)
    with pytest.raises(ValueError, match="Only support float16, float32, float64"):
        tf.contrib.cudnn_rnn.CudnnGRU(1, 2, dtype=tf.int32)


def _specs(layer):
    return {spec.name: spec.tensor.shape.as_list() for spec in layer.saveable.specs}


def _snake(name):
    return {"CudnnLSTM": "cudnn_lstm", "CudnnGRU": "cudnn_gru"}.get(name, f"cudnn_rnn_{name[-4:].lower()}")
