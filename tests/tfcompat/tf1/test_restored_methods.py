"""Methods and options that 1.15 has and TensorFlow 2 dropped."""

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


def test_models_of_0_x():
    from tensorflow.models.rnn import rnn, rnn_cell, seq2seq

    assert rnn.rnn is tf.nn.static_rnn
    assert rnn_cell.BasicLSTMCell is tf.nn.rnn_cell.BasicLSTMCell
    assert seq2seq.rnn_decoder is tf.nn.seq2seq.rnn_decoder
