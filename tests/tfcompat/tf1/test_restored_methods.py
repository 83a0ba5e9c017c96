"""Methods and options that 1.15 has and TensorFlow 2 dropped."""

import numpy as np
import pytest

import tfcompat.v1 as tf


def test_strategy_experimental_run_v2():
    strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
    with tf.Session() as session, strategy.scope():
        assert session.run(strategy.experimental_run_v2(lambda: tf.constant(3))) == 3


def test_data_options_of_1_15_can_be_set():
    options = tf.data.Options()
    options.experimental_optimization.autotune_buffers = True
    options.experimental_optimization.map_vectorization = None
    options.experimental_stateful_whitelist = []
    options.experimental_distribute.auto_shard = False
    assert options.experimental_optimization.autotune_buffers is True
    assert options.experimental_distribute.auto_shard is False
    element = tf.data.Dataset.range(4).with_options(options).make_one_shot_iterator().get_next()
    with tf.Session() as session:
        assert [session.run(element) for _ in range(4)] == [0, 1, 2, 3]


def test_device_names_are_full():
    assert "/job:localhost/replica:0/task:0/device:CPU:0" in tf.config.experimental_list_devices()


def test_checkpoint_reader_of_pywrap_tensorflow(tmp_path):
    from tensorflow.python import pywrap_tensorflow

    tf.get_variable("v", initializer=[1.0, 2.0])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        path = tf.train.Saver().save(session, str(tmp_path / "model"))
    assert pywrap_tensorflow.NewCheckpointReader(path).get_tensor("v").tolist() == [1.0, 2.0]


def test_linear_of_rnn_cell_impl():
    from tensorflow.python.ops.rnn_cell_impl import _linear

    with tf.variable_scope("cell"):
        _linear([tf.ones([2, 3]), tf.ones([2, 4])], 5, True)
    assert [variable.op.name for variable in tf.global_variables()] == ["cell/kernel", "cell/bias"]
    assert tf.global_variables()[0].shape.as_list() == [7, 5]


def test_tensor_array_pack_of_0_x():
    array = tf.TensorArray(tf.float32, 2).unpack(tf.constant([[1.0], [2.0]]))
    with tf.Session() as session:
        assert session.run(array.pack()).tolist() == [[1.0], [2.0]]


def test_linear_of_0_x_has_its_own_names():
    with tf.variable_scope("a"):
        result = tf.nn.rnn_cell.linear([tf.ones([2, 3]), tf.ones([2, 1])], 2, True, 1.5, scope="gate")
    assert [variable.op.name for variable in tf.global_variables()] == ["a/gate/Matrix", "a/gate/Bias"]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        matrix, bias, value = session.run([*tf.global_variables(), result])
    assert bias.tolist() == [1.5, 1.5]
    np.testing.assert_allclose(value, np.ones([2, 4]) @ matrix + bias, rtol=1e-6)


def test_bias_start_of_1_0():
    from tensorflow.python.ops.rnn_cell_impl import _linear

    _linear(tf.ones([2, 3]), 4, True, 2.0)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        assert session.run(tf.global_variables()[1]).tolist() == [2.0] * 4


def test_parse_flags_of_1_0():
    tf.flags.DEFINE_integer("size_of_old_script", 3, "a flag")
    flags = tf.flags.FLAGS
    flags._parse_flags(["--size_of_old_script=5"])
    assert flags.size_of_old_script == 5
    assert "size_of_old_script" in dict(sorted(flags.__flags.items()))
    with pytest.raises(AttributeError, match="no_such_flag"):
        _ = flags.no_such_flag


def test_wrappers_of_0_x_are_in_rnn_cell():
    cell = tf.nn.rnn_cell.OutputProjectionWrapper(tf.nn.rnn_cell.GRUCell(3), 5)
    output, _ = cell(tf.zeros([2, 4]), cell.zero_state(2, tf.float32))
    assert output.shape.as_list() == [2, 5]


def test_reader_of_the_language_model_tutorial(tmp_path):
    from tensorflow.models.rnn.ptb import reader

    for part, text in (("train", " a b a c \n a b a d \n"), ("valid", " a d z \n"), ("test", " b \n")):
        (tmp_path / f"ptb.{part}.txt").write_text(text)
    train, valid, test, size = reader.ptb_raw_data(str(tmp_path))
    assert (size, train, valid, test) == (5, [0, 2, 0, 3, 1, 0, 2, 0, 4, 1], [0, 4, 1], [2, 1])
    batches = list(reader.ptb_iterator(range(20), 2, 3))
    assert len(batches) == 3
    assert batches[1][0].tolist() == [[3, 4, 5], [13, 14, 15]]
    assert batches[1][1].tolist() == [[4, 5, 6], [14, 15, 16]]
    x, y = reader.ptb_producer(list(range(20)), 2, 3)
    with tf.train.MonitoredSession() as session:
        assert [each.tolist() for each in session.run([x, y])] == [
            [[0, 1, 2], [10, 11, 12]],
            [[1, 2, 3], [11, 12, 13]],
        ]


def test_models_of_0_x():
    from tensorflow.models.rnn import rnn, rnn_cell, seq2seq

    assert rnn.rnn is tf.nn.static_rnn
    assert rnn_cell.BasicLSTMCell is tf.nn.rnn_cell.BasicLSTMCell
    assert seq2seq.rnn_decoder is tf.nn.seq2seq.rnn_decoder
