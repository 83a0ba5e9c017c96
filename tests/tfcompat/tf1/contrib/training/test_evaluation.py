"""Checkpoints evaluated as they come, and what the train loop refuses."""

import pytest

import tfcompat.v1 as tf


def test_train_then_evaluate_each_checkpoint(tmp_path):
    training = tf.contrib.training
    weight = tf.get_variable("weight", initializer=4.0)
    step = training.create_train_op(tf.square(weight), tf.train.GradientDescentOptimizer(0.25))
    training.train(step, str(tmp_path), hooks=[tf.train.StopAtStepHook(num_steps=3)], save_summaries_steps=None)
    tf.reset_default_graph()
    weight = tf.get_variable("weight", initializer=0.0)
    tf.train.get_or_create_global_step()
    tf.summary.scalar("weight", weight)
    seen = training.evaluate_repeatedly(
        str(tmp_path),
        eval_ops=tf.no_op(),
        final_ops=weight,
        hooks=[training.StopAfterNEvalsHook(2), training.SummaryAtEndHook(str(tmp_path / "eval"))],
        eval_interval_secs=0,
        max_number_of_evaluations=1,
    )
    assert seen == 0.5
    (event,) = tf.contrib.testing.latest_summaries(str(tmp_path / "eval"))
    assert (event.step, event.summary.value[0].simple_value) == (3, 0.5)


def test_waiting_ends_after_the_timeout(tmp_path):
    found = tf.contrib.training.wait_for_new_checkpoint(str(tmp_path), seconds_to_sleep=0.01, timeout=0.03)
    assert found is None
    assert list(tf.contrib.training.checkpoints_iterator(str(tmp_path), timeout=0)) == []


def test_a_log_folder_is_needed_where_something_is_saved():
    with pytest.raises(ValueError, match="logdir cannot be None"):
        tf.contrib.training.train(tf.no_op(), None)


def test_summary_hook_needs_somewhere_to_write():
    with pytest.raises(ValueError, match="One of log_dir or summary_writer should be used"):
        tf.contrib.training.SummaryAtEndHook()


@pytest.mark.parametrize(("pairs", "factors"), [((), {"a": 1}), ([], {}), ([], [1])])
def test_multiplied_gradients_need_a_list_and_a_dictionary(pairs, factors):
    with pytest.raises(ValueError):
        tf.contrib.training.multiply_gradients(pairs, factors)
