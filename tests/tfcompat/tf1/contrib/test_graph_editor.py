"""What tf.contrib.graph_editor refuses, and how it tells what it made."""

import pytest

import tfcompat.v1 as tf


@pytest.fixture
def ge():
    return tf.contrib.graph_editor


def test_tensors_that_do_not_fit_are_not_swapped(ge):
    with pytest.raises(ValueError, match="Dtypes .* are not compatible"):
        ge.swap_ts(tf.constant(1), tf.constant(1.0))
    with pytest.raises(ValueError, match="Shapes .* are not compatible"):
        ge.reroute_ts(tf.constant([1]), tf.constant([1, 2]))
    with pytest.raises(ValueError, match="different sizes"):
        ge.swap_ts([tf.constant(1)], [])


def test_targets_must_depend_on_what_is_replaced(ge):
    a, b = tf.constant(1.0), tf.constant(2.0)
    with pytest.raises(ValueError, match="not connected"):
        ge.graph_replace(tf.negative(a), {b: a})


def test_control_inputs_come_and_go(ge):
    a, b = tf.constant(1.0), tf.constant(2.0)
    ge.add_control_inputs(a.op, b.op)
    assert a.op.control_inputs == [b.op]
    with pytest.raises(ValueError, match="is already a control_input"):
        ge.add_control_inputs(a.op, b.op)
    assert ge.ControlOutputs(tf.get_default_graph()).get(b.op) == [a.op]
    ge.remove_control_inputs(a.op, b.op)
    assert list(a.op.control_inputs) == []
    with pytest.raises(ValueError, match="is not a control_input"):
        ge.remove_control_inputs(a.op, b.op)


def test_a_view_tells_what_it_has(ge):
    a = tf.constant(1.0, name="a")
    b = tf.negative(a, name="b")
    view = ge.sgv(b.op)
    lines = str(view).splitlines()[1:]
    assert lines == ["** ops[1]:", "  b", "** inputs[1]:", "  a:0", "** outputs[1]:", "  b:0"]
    assert view.input_index(a) == 0 and view.consumers() == []
    with pytest.raises(ValueError, match="Out of"):
        view.remap_inputs([1])


def test_a_loop_is_copied_whole(ge):
    start = tf.constant(1)
    end = tf.while_loop(lambda i: i < 50, lambda i: i * 3, [start])
    other = ge.graph_replace(end, {start: tf.constant(2)})
    with tf.Session() as session:
        assert session.run([end, other]) == [81, 54]


def test_regular_expressions_need_a_graph(ge):
    with pytest.raises(ValueError, match="Use the keyword argument 'graph'"):
        ge.select_ops("a")
    with pytest.raises(ValueError, match="Wrong keywords argument: graf"):
        ge.select_ts("a", graf=None)
