"""The real exceptions of TensorFlow find their row in the table; those that need no explanation find none."""

import numpy as np
import pytest

from tfcompat.explain.search import explain


@pytest.fixture
def tf():
    import tensorflow

    return tensorflow


def run(tf, fetch, feed=None):
    with tf.Session() as session:
        return session.run(fetch, feed)


def another_graph(tf):
    with tf.Graph().as_default():
        return tf.constant(1.0)


def restored_elsewhere(tf, folder):
    tf.get_variable("first", [1])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        tf.train.Saver().save(session, f"{folder}/model")
    return f"{folder}/model"


CASES = {
    "no session": (lambda tf: tf.get_default_session().run(1), "keep the session"),
    "empty graph": (lambda tf: run(tf, "x:0"), "before the session"),
    "tensor of another graph": (lambda tf: tf.constant(1.0) + another_graph(tf), "same `with graph"),
    "session of another graph": (
        lambda tf: tf.Session().run([tf.constant(1.0), another_graph(tf)]),
        "same `with graph",
    ),
    "eval without session": (lambda tf: tf.constant(1.0).eval(), "InteractiveSession"),
    "name that is not there": (lambda tf: tf.get_default_graph().get_tensor_by_name("x:0"), "get_operations()"),
    "operation that is not there": (lambda tf: tf.get_default_graph().get_operation_by_name("x"), "get_operations()"),
    "uninitialized": (lambda tf: run(tf, tf.Variable(1.0) + 1.0), "global_variables_initializer"),
    "uninitialized resource": (
        lambda tf: run(tf, tf.get_variable("r", [], use_resource=True) + 1.0),
        "global_variables_initializer",
    ),
    "iterator not started": (
        lambda tf: run(tf, tf.data.Dataset.range(3).make_initializable_iterator().get_next()),
        "iterator.initializer",
    ),
    "missing feed": (lambda tf: run(tf, tf.placeholder(tf.float32) + 1.0), "feed_dict={placeholder"),
    "value for a fetch": (lambda tf: run(tf, [tf.constant(1), np.float32(2.0)]), "loss = sess.run(loss)"),
    "nothing to fetch": (lambda tf: run(tf, [tf.constant(1), None]), "merge_all"),
    "wrong shape fed": (
        lambda tf: run(tf, tf.constant(1), {tf.placeholder(tf.float32, [2]): [1.0]}),
        "batch dimension",
    ),
    "tensor fed": (
        lambda tf: run(tf, tf.constant(1), {tf.placeholder(tf.float32, [2]): tf.zeros([2])}),
        "sess.run(tensor)",
    ),
    "variable twice": (lambda tf: [tf.get_variable("a", [1]), tf.get_variable("a", [1])], "reset_default_graph"),
    "nothing to save": (lambda tf: tf.train.Saver(), "after the variables"),
    "condition on a tensor": (lambda tf: 1 if tf.constant(True) else 0, "tf.cond"),
    "loop over a tensor": (lambda tf: list(tf.placeholder(tf.float32)), "tf.unstack"),
    "tensor without value": (lambda tf: tf.constant(1.0).numpy(), "sess.run(tensor)"),
    "eager too late": (lambda tf: [tf.constant(1.0), tf.enable_eager_execution()], "restart the kernel"),
    "two types": (lambda tf: tf.constant(1) + tf.constant(1.0), "tf.cast"),
    "end of data": (
        lambda tf: run(tf, tf.data.Dataset.range(0).make_one_shot_iterator().get_next()),
        "tf.errors.OutOfRangeError",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_row_says_what_to_do(tf, case):
    fails, advice = CASES[case]
    with pytest.raises(Exception) as caught:  # noqa: B017
        fails(tf)
    row = explain(caught.value)
    assert row is not None, caught.value
    assert advice in row.todo


def test_a_checkpoint_of_another_model(tf, tmp_path):
    path = restored_elsewhere(tf, tmp_path)
    for variable, advice in ((("second", [1]), "list_variables"), (("first", [2]), "list_variables")):
        tf.reset_default_graph()
        tf.get_variable(*variable)
        with tf.Session() as session, pytest.raises(Exception) as caught:  # noqa: B017
            tf.train.Saver().restore(session, path)
        assert advice in explain(caught.value).todo


def test_an_optimizer_without_a_path_to_the_variables(tf):
    tf.get_variable("v", [])
    with pytest.raises(ValueError) as caught:
        tf.train.GradientDescentOptimizer(0.1).minimize(tf.constant(1.0))
    assert "tf.argmax" in explain(caught.value).todo


def test_a_finished_graph(tf):
    tf.get_default_graph().finalize()
    with pytest.raises(RuntimeError) as caught:
        tf.constant(1.0)
    assert "before the session" in explain(caught.value).todo


@pytest.mark.parametrize("error", [ValueError("shapes differ"), KeyError("x"), AttributeError("no 'run' here")])
def test_other_errors_are_left_alone(error):
    assert explain(error) is None
