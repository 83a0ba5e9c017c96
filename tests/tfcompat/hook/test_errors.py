"""Errors that a person can act on."""

import pytest
import tensorflow as tf

from tfcompat.hook.errors import explanation


def raised(call):
    with pytest.raises(Exception) as caught:
        call()
    return explanation(caught.value) or ""


def test_no_default_session_object():
    assert "is None outside `with tf.Session():`" in raised(lambda: tf.get_default_session().run(1))


def test_empty_graph():
    assert "to which nothing was added" in raised(lambda: tf.Session(graph=tf.Graph()).run([]))


def test_tensor_of_another_graph():
    with tf.Graph().as_default():
        other = tf.constant(1.0)
    here = tf.constant(2.0)
    assert "Two graphs are in play" in raised(lambda: tf.Session().run(other))
    assert "Two graphs are in play" in raised(lambda: here + other)


def test_no_default_session():
    assert "there is none here" in raised(lambda: tf.constant(1.0).eval())
    assert "there is none here" in raised(lambda: tf.no_op().run())


def test_closed_session():
    with tf.Session() as sess:
        value = tf.constant(1.0)
    assert "was closed before this call" in raised(lambda: sess.run(value))


@pytest.mark.parametrize("resource", [False, True])
def test_uninitialized(resource):
    variable = tf.get_variable("v", [2], use_resource=resource)
    with tf.Session() as sess:
        assert "tf.global_variables_initializer()" in raised(lambda: sess.run(variable))


def test_missing_feed():
    x = tf.placeholder(tf.float32, [2])
    with tf.Session() as sess:
        assert "has no entry in feed_dict" in raised(lambda: sess.run(x * 2))


def test_variable_again():
    tf.get_variable("v", [2])
    assert "tf.reset_default_graph() before building again" in raised(lambda: tf.get_variable("v", [2]))


def test_key_not_in_checkpoint(tmp_path):
    tf.get_variable("v", [2])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        path = tf.train.Saver().save(sess, str(tmp_path / "model"))
    tf.get_variable("w", [2])
    with tf.Session() as sess:
        assert "tf.train.list_variables(path)" in raised(lambda: tf.train.Saver().restore(sess, path))


def test_missing_name_explains_itself():
    with pytest.raises(AttributeError, match="TensorFlow 1.15 has no tf.plaecholder; did you mean tf.placeholder"):
        tf.plaecholder  # noqa: B018


def test_an_error_of_the_users_own_is_left_alone():
    assert explanation(KeyError("mine")) is None
    assert explanation(ValueError("wrong shape")) is None
