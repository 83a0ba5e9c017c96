"""`tf.contrib.recurrent`: 1.15's results (it builds other ops, so they are not among the builders), and its equals."""

import numpy as np
import pytest

import tfcompat.v1 as tf

recurrent = tf.contrib.recurrent
X = np.sin(np.arange(24, dtype=np.float32)).reshape(2, 3, 4)


def _polynomial(theta, state, inputs):
    return {"value": state["value"] + inputs * state["power"], "power": state["power"] * theta}, []


def _run(inputs, *args, **options):
    theta, inputs = tf.constant(2.0), tf.constant(inputs)
    state = {"value": tf.constant(0.0), "power": tf.constant(1.0)}
    history, last = recurrent.Recurrent(theta, state, inputs, _polynomial, *args, **options)
    with tf.Session() as session:
        return session.run([history, last, tf.gradients(last["value"], [theta, inputs])])


def test_states_and_gradients():
    history, last, (theta, inputs) = _run([1.0, 2.0, 3.0])
    assert history["value"].tolist() == [1.0, 5.0, 17.0] and history["power"].tolist() == [2.0, 4.0, 8.0]
    assert last == {"value": 17.0, "power": 8.0}
    assert theta == 14.0 and inputs.tolist() == [1.0, 2.0, 4.0]


@pytest.mark.parametrize(("aligned_end", "values"), [(False, [1.0, 5.0, 0.0, 0.0]), (True, [0.0, 0.0, 3.0, 11.0])])
def test_fewer_steps(aligned_end, values):
    inputs = [1.0, 2.0, 3.0, 4.0]
    history, last, _ = _run(inputs, max_input_length=tf.constant(2), aligned_end=aligned_end)
    assert history["value"].tolist() == values and last["power"] == 4.0


def test_a_gradient_of_ones_own():
    def grad(theta, state, inputs, extras, dstate):
        return dstate["value"] * 0.5, dstate, dstate["value"] * state["power"]

    _, _, (theta, inputs) = _run([1.0, 2.0, 3.0], grad)
    assert theta == 1.5 and inputs.tolist() == [1.0, 2.0, 4.0]


@pytest.mark.parametrize("lengths", [None, [3, 1]])
def test_functional_rnn_is_dynamic_rnn(lengths):
    def cell():
        return tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(5), tf.nn.rnn_cell.GRUCell(3)])

    one = recurrent.functional_rnn(cell(), tf.constant(X), lengths, dtype=tf.float32)
    with tf.variable_scope("", reuse=True):
        other = tf.nn.dynamic_rnn(cell(), tf.constant(X), lengths, dtype=tf.float32)
    variables = tf.trainable_variables()
    assert [v.name for v in variables][:2] == [
        "rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel:0",
        "rnn/multi_rnn_cell/cell_0/basic_lstm_cell/bias:0",
    ]
    gradients = [tf.gradients(tf.reduce_sum(each[0] ** 2), variables) for each in (one, other)]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        ours, theirs = session.run([(one, gradients[0]), (other, gradients[1])])
    for value, expected in zip(tf.nest.flatten(ours), tf.nest.flatten(theirs), strict=True):
        np.testing.assert_allclose(value, expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("time_major", [False, True])
def test_both_ways(time_major):
    def cells():
        return [tf.nn.rnn_cell.GRUCell(5), tf.nn.rnn_cell.LSTMCell(3)]

    inputs = tf.constant(X.swapaxes(0, 1) if time_major else X)
    options = {"sequence_length": tf.constant([2, 3]), "dtype": tf.float32, "time_major": time_major}
    one = recurrent.bidirectional_functional_rnn(*cells(), inputs, **options)
    with tf.variable_scope("", reuse=True):
        other = tf.nn.bidirectional_dynamic_rnn(*cells(), inputs, **options)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        ours, theirs = session.run([one, other])
    for value, expected in zip(tf.nest.flatten(ours), tf.nest.flatten(theirs), strict=True):
        np.testing.assert_allclose(value, expected, rtol=1e-5, atol=1e-6)
