"""Where variables go: by their names' hashes, or by load."""

import pytest

import tfcompat.v1 as tf


def test_greedy_strategy_takes_the_emptiest_task():
    training = tf.contrib.training
    strategy = training.GreedyLoadBalancingStrategy(2, training.byte_size_load_fn)
    device = tf.train.replica_device_setter(ps_tasks=2, ps_strategy=strategy)
    with tf.device(device):
        variables = [tf.get_variable(name, [size]) for name, size in (("a", 10), ("b", 2), ("c", 3), ("d", 6))]
    assert [v.device for v in variables] == [f"/job:ps/task:{task}" for task in (0, 1, 1, 1)]


def test_random_strategy_is_the_same_each_time():
    first, again = (tf.contrib.training.RandomStrategy(3, seed=1) for _ in range(2))
    ops = [tf.constant(i).op for i in range(8)]
    tasks = [first(op) for op in ops]
    assert tasks == [again(op) for op in ops] and len(set(tasks)) > 1


def test_an_op_with_two_outputs_has_no_size():
    with pytest.raises(ValueError, match="must have a single output"):
        tf.contrib.training.byte_size_load_fn(tf.unstack(tf.zeros([2]))[0].op)
