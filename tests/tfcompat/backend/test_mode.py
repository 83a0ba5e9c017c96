"""The view belongs to the thread."""

import threading

import tensorflow as tf

from tfcompat.backend import graph_mode, mode


def in_thread(call):
    """What `call` returns in a thread of its own."""
    kept = []
    thread = threading.Thread(target=lambda: kept.append(call()))
    thread.start()
    thread.join()
    return kept[0]


def test_a_new_thread_sees_tensorflow_1():
    assert in_thread(lambda: (mode.tf1_active(), tf.executing_eagerly())) == (True, False)


def test_a_library_block_changes_only_its_own_thread():
    with graph_mode.as_tf2():
        assert tf.executing_eagerly() and not mode.tf1_active()
        assert in_thread(lambda: (mode.tf1_active(), tf.executing_eagerly())) == (True, False)
        with graph_mode.as_tf1():
            assert mode.tf1_active() and not tf.executing_eagerly()
        assert tf.executing_eagerly()
    assert mode.tf1_active() and not tf.executing_eagerly()


def test_a_library_block_leaves_the_users_graph_and_scopes_alone():
    with tf.Graph().as_default() as graph, tf.name_scope("mine"), tf.device("/cpu:0"):
        with graph_mode.as_tf2():
            assert tf.get_default_graph() is not graph
            tf.constant(1.0)
        assert tf.get_default_graph() is graph and graph.get_operations() == []


def test_a_flag_answers_by_the_view():
    flag = mode.ViewFlag(tf1=False, tf2=True)
    assert not flag
    with mode.view(tf1=False):
        assert flag
    flag.tf1 = True
    assert flag


def test_switches_of_tensorflow_1_code_leave_libraries_alone():
    tf.enable_resource_variables()
    try:
        assert tf.resource_variables_enabled() and "Resource" in type(tf.Variable(1.0)).__name__
    finally:
        tf.disable_resource_variables()
    assert "Ref" in type(tf.Variable(1.0)).__name__
    tf.disable_v2_behavior()
    with graph_mode.as_tf2():
        assert isinstance(tf.compat.v2.ones([2, 3]).shape[0], int)
