"""SciPy's minimizers on a session: callbacks, what is logged, and what is refused."""

import logging

import numpy as np
import pytest

import tfcompat.v1 as tf


def minimized(**settings):
    vector = tf.get_variable("vector", initializer=np.float32([3.0, -4.0]))
    loss = tf.reduce_sum(tf.square(vector - 1.0))
    optimizer = tf.contrib.opt.ScipyOptimizerInterface(loss, **settings)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        optimizer.minimize(session)
        return session.run(vector)


def test_minimizes_and_says_how_it_ended(caplog):
    with caplog.at_level(logging.INFO, logger="tensorflow"):
        assert minimized() == pytest.approx([1.0, 1.0], abs=1e-4)
    (record,) = [each for each in caplog.records if "Optimization terminated" in each.message]
    lines = record.message.splitlines()
    assert lines[0] == "Optimization terminated with:" and lines[1].startswith("  Message: CONVERGENCE")
    assert [line.split(":")[0].strip() for line in lines[2:]] == [
        "Objective function value",
        "Number of iterations",
        "Number of functions evaluations",
    ]


def test_callbacks_are_called():
    steps, losses = [], []
    vector = tf.get_variable("vector", initializer=np.float32([3.0, -4.0]))
    loss = tf.reduce_sum(tf.square(vector))
    optimizer = tf.contrib.opt.ScipyOptimizerInterface(loss)
    with tf.Session() as session:
        session.run(vector.initializer)
        optimizer.minimize(session, fetches=[loss], loss_callback=losses.append, step_callback=steps.append)
    assert losses[0] == 25.0 and steps[-1] == pytest.approx([0.0, 0.0], abs=1e-4)


def test_bounds_hold():
    vector = tf.get_variable("vector", initializer=np.float32([[3.0, -4.0]]))
    optimizer = tf.contrib.opt.ScipyOptimizerInterface(
        tf.reduce_sum(tf.square(vector)), var_to_bounds={vector: ([1, -np.inf], np.inf)}
    )
    with tf.Session() as session:
        session.run(vector.initializer)
        optimizer.minimize(session)
        assert session.run(vector)[0] == pytest.approx([1.0, 0.0], abs=1e-4)


@pytest.mark.parametrize(
    ("keyword", "message"),
    [
        ("bounds", "Bounds must be set using the var_to_bounds argument"),
        ("jac", "Optimizer keyword arg 'jac' is set automatically and cannot be injected manually"),
    ],
)
def test_keywords_that_are_set_are_refused(keyword, message):
    with pytest.raises(ValueError, match=message):
        minimized(**{keyword: None})


def test_the_base_class_minimizes_nothing():
    vector = tf.get_variable("vector", [2])
    optimizer = tf.contrib.opt.ExternalOptimizerInterface(tf.reduce_sum(vector))
    with tf.Session() as session:
        session.run(vector.initializer)
        with pytest.raises(NotImplementedError, match="subclass from it"):
            optimizer.minimize(session)
