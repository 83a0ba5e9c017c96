"""What `tf.contrib.framework` refuses, and in which words."""

import numpy as np
import pytest

import tfcompat.v1 as tf

framework = tf.contrib.framework


@pytest.fixture(autouse=True)
def _graph():
    with tf.Graph().as_default():
        yield


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ([3], r"Invalid shape for tensor .*expected \[3\], got \(2,\)"),
        ([1.5], "Invalid dtype"),
        ([[2]], "Invalid rank 2"),
    ],
)
def test_with_shape_tells_what_was_expected(shape, text):
    with pytest.raises(ValueError, match=text):
        framework.with_shape(shape, tf.constant([1, 2]))


def test_with_shape_is_checked_at_the_run():
    fed = tf.placeholder(tf.float32)
    checked = framework.with_shape([2, 3], fed)
    assert checked.get_shape().as_list() == [2, 3]
    with tf.Session() as session:
        assert session.run(checked, {fed: np.ones([2, 3])}).shape == (2, 3)
        with pytest.raises(tf.errors.InvalidArgumentError, match="Wrong shape for"):
            session.run(checked, {fed: np.ones([3, 2])})


def test_a_sparse_tensor_has_no_checked_shape():
    with pytest.raises(ValueError, match="SparseTensor not supported"):
        framework.with_shape([1], tf.SparseTensor([[0]], [1], [1]))


def test_assert_scalar_int():
    with pytest.raises(ValueError, match="Expected integer type"):
        framework.assert_scalar_int(tf.constant(1.0))
    with pytest.raises(ValueError, match="Expected scalar"):
        framework.assert_scalar_int(tf.constant([1, 2]))


def test_no_placeholders_of_something_else():
    with pytest.raises(TypeError, match="needs to be a Graph"):
        framework.get_placeholders("graph")


def test_py_func_wants_a_list_and_a_dictionary():
    with pytest.raises(TypeError, match="args must be list"):
        framework.py_func(abs, tf.constant(1.0), output_types=tf.float32)
    with pytest.raises(TypeError, match="kwargs must be dict"):
        framework.py_func(abs, [], [1], tf.float32)


def test_a_variable_that_the_checkpoint_lacks(tmp_path):
    known = tf.get_variable("known", [2])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        path = tf.train.Saver([known]).save(session, str(tmp_path / "model"))
    other = tf.get_variable("other", [2])
    with pytest.raises(ValueError, match=r"missing variable \[other\]"):
        framework.assign_from_checkpoint(path, [other])
    _, feeds = framework.assign_from_checkpoint(path, [known, other], ignore_missing_vars=True)
    assert len(feeds) == 1
    with pytest.raises(ValueError, match="Total size of new array must be unchanged for known"):
        framework.assign_from_checkpoint(path, {"known": tf.get_variable("longer", [3])})


def test_parts_of_a_variable_from_a_checkpoint(tmp_path):
    rows = np.arange(10, dtype=np.float32).reshape(5, 2)
    parts = tf.get_variable("v", [5, 2], partitioner=tf.fixed_size_partitioner(2), initializer=tf.zeros_initializer())
    with tf.Session() as session:
        whole = tf.get_variable("whole", initializer=rows)
        session.run(tf.global_variables_initializer())
        path = tf.train.Saver([whole]).save(session, str(tmp_path / "model"))
        session.run(*framework.assign_from_checkpoint(path, {"whole": list(parts)}))
        np.testing.assert_array_equal(session.run(tf.convert_to_tensor(parts)), rows)


def test_fuse_op():
    graph = tf.Graph()
    with graph.as_default():
        a = tf.placeholder(tf.float32, [2], name="a")
        b = tf.square(tf.negative(a, name="b"), name="c")
        tf.identity(tf.identity(b, name="d"), name="e")
    fused = framework.fuse_op(graph.as_graph_def(), ["a"], ["d"], [tf.float32.as_datatype_enum], False, "f", "Fused")
    assert [(node.name, node.op, list(node.input)) for node in fused.node] == [
        ("a", "Placeholder", []),
        ("f", "Fused", ["a"]),
        ("d", "Identity", ["f"]),
        ("e", "Identity", ["d"]),
    ]
    with pytest.raises(AssertionError, match="nothing is not in graph"):
        framework.fuse_op(graph.as_graph_def(), ["nothing"], ["d"], [], False, "f", "Fused")
