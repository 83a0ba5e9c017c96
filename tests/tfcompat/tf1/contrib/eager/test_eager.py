"""tf.contrib.eager: gradients, iterators, savers and what is gone."""

import numpy as np
import pytest
from tensorflow.python.eager import context

import tfcompat.v1 as tf


@pytest.fixture
def tfe():
    with context.eager_mode():
        yield tf.contrib.eager


def test_gradients_of_functions(tfe):
    def square(x):
        return x * x

    assert [float(g) for g in tfe.gradients_function(square)(3.0)] == [6.0]
    value, (gradient,) = tfe.value_and_gradients_function(square)(4.0)
    assert (float(value), float(gradient)) == (16.0, 8.0)


def test_gradients_of_the_variables_that_are_used(tfe):
    weight = tfe.Variable(3.0, name="weight")
    ((gradient, variable),) = tfe.implicit_gradients(lambda x: x * weight * weight)(tf.constant(2.0))
    assert variable is weight and float(gradient) == 12.0
    loss, pairs = tfe.implicit_value_and_gradients(lambda: weight * 5.0)()
    assert float(loss) == 15.0 and float(pairs[0][0]) == 5.0
    tf.train.GradientDescentOptimizer(0.1).apply_gradients(pairs)
    assert float(weight) == 2.5


def test_iterator(tfe):
    iterator = tfe.Iterator(tf.data.Dataset.range(3))
    assert int(iterator.next()) == 0
    assert [int(each) for each in iterator] == [1, 2]
    with pytest.raises(StopIteration):
        iterator.next()


def test_saver_and_variables_that_start_from_a_checkpoint(tfe, tmp_path):
    weight = tfe.Variable([1.0, 2.0], name="weight")
    path = tfe.Saver([weight]).save(str(tmp_path / "model"))
    weight.assign([0.0, 0.0])
    tfe.Saver([weight]).restore(path)
    np.testing.assert_array_equal(weight.numpy(), [1.0, 2.0])
    with tfe.restore_variables_on_create(path, map_func=lambda name: name.replace("other", "weight")):
        other = tfe.Variable([7.0, 7.0], name="other")
        np.testing.assert_array_equal(other.numpy(), [1.0, 2.0])
        with pytest.raises(tf.errors.NotFoundError, match="third not found in checkpoint"):
            tfe.Variable(0.0, name="third")


def test_defun(tfe):
    calls = []

    @tfe.defun
    def double(x):
        calls.append(1)
        return x * 2

    assert [int(double(tf.constant(each))) for each in (3, 4)] == [6, 8]
    assert len(calls) == 1


def test_no_saver_for_graphs():
    with pytest.raises(RuntimeError, match="tfe.Saver can only be used when eager execution is enabled"):
        tf.contrib.eager.Saver([])
    with (
        pytest.raises(ValueError, match="can only be used with eager execution enabled"),
        tf.contrib.eager.restore_variables_on_create("x"),
    ):
        pass


@pytest.mark.parametrize("name", ["Network", "Sequential"])
def test_what_is_gone_says_so(name):
    with pytest.raises(AttributeError, match="Instead"):
        getattr(tf.contrib.eager, name)


def test_infinities_are_looked_for(tfe, capsys):
    ours = tf.contrib.eager.ExecutionCallback
    assert tfe.seterr(inf_or_nan=ours.RAISE) == {"inf_or_nan": ours.IGNORE}
    try:
        with pytest.raises(
            Exception, match="TFE operation RealDiv .* contains 1 inf.s. and 1 nan.s. out of a total of 3"
        ):
            tf.constant([1.0, 0.0, 2.0]) / tf.constant([0.0, 0.0, 1.0])
        with tfe.errstate(inf_or_nan="print"):
            tf.log(tf.constant(0.0))
        assert "Warning: Output 1 of 1 of TFE operation Log (name: None) contains 1 inf(s)" in capsys.readouterr().out
        assert tfe.seterr() == {"inf_or_nan": ours.RAISE}
    finally:
        assert tfe.seterr(inf_or_nan="ignore") == {"inf_or_nan": ours.RAISE}
    assert np.isinf(float(tf.log(tf.constant(0.0))))


def test_a_callback_after_each_operation(tfe):
    ran = []
    tfe.add_execution_callback(lambda op_type, inputs, attrs, outputs, name: ran.append((op_type, len(inputs))))
    one, two = tf.constant(1.0), tf.constant(2.0)
    tf.maximum(one, two)
    tfe.clear_execution_callbacks()
    tf.minimum(one, two)
    assert ran == [("Maximum", 2)]
