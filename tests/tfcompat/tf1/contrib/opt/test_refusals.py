"""What optimizers of tf.contrib.opt refuse, and their savers."""

import numpy as np
import pytest

import tfcompat.v1 as tf


def test_swapping_saver_writes_averages(tmp_path):
    weight = tf.get_variable("weight", initializer=np.float32(2.0))
    optimizer = tf.contrib.opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.25), average_decay=0.5)
    with pytest.raises(RuntimeError, match="Must call apply_gradients or minimize"):
        optimizer.swapping_saver()
    step = optimizer.minimize(tf.square(weight))
    saver = optimizer.swapping_saver()
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        session.run(step)
        path = saver.save(session, str(tmp_path / "model"))
        assert session.run(weight) == 1.0
    reader = tf.train.load_checkpoint(path)
    assert reader.get_tensor("weight") == 1.5
    assert reader.get_tensor("weight/ExponentialMovingAverage") == 1.0


def test_swapping_saver_needs_the_averages():
    weight = tf.get_variable("weight", initializer=np.float32(2.0))
    optimizer = tf.contrib.opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.25))
    optimizer.minimize(tf.square(weight))
    with pytest.raises(ValueError, match="is not part of variables to save"):
        optimizer.swapping_saver([weight])


@pytest.mark.parametrize("setting", ["momentum", "weight_decay"])
def test_lars_refuses_negative_settings(setting):
    with pytest.raises(ValueError, match=f"{setting} should be positive: -1.0"):
        tf.contrib.opt.LARSOptimizer(0.1, **{setting: -1.0})


def test_multitask_wrapper_wraps_optimizers_only():
    with pytest.raises(TypeError, match="must be an instance of tf.train.Optimizer"):
        tf.contrib.opt.MultitaskOptimizerWrapper("adam")


def test_ggt_refuses_sparse_gradients():
    table = tf.get_variable("table", [3, 2])
    loss = tf.reduce_sum(tf.nn.embedding_lookup(table, [0]))
    with pytest.raises(NotImplementedError, match="Sparse gradient updates are not supported"):
        tf.contrib.opt.GGTOptimizer().minimize(loss)
