"""bert_tf's layers in TensorFlow 1 code: placeholders in, `session.run` out, variables as everybody's."""

import numpy as np
import pytest
import tensorflow as tf

import bert_tf
import tfcompat
from bert_tf.adapters import tf1_graph
from tests.support import tiny_bert


@pytest.fixture
def given():
    return tiny_bert.inputs()


def _placeholders(given):
    return {name: tf.placeholder(tf.int32, [None, None], name) for name in given}


def _run(fetches, places, given, session):
    return session.run(fetches, {places[name]: given[name] for name in given})


def _eager(model, given):
    with tfcompat.tf2():
        return [each.numpy() for each in model(given)]


@pytest.mark.parametrize("number", range(0, 36, 5))
def test_the_same_numbers(number):
    sizes, pooler = tiny_bert.varied(number)
    model = tiny_bert.model(number, add_pooling_layer=pooler, **sizes)
    given = tiny_bert.inputs(number, of=sizes)
    places = _placeholders(given)
    found = model(places)
    assert found.last_hidden_state.graph is tf.get_default_graph()
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        values = _run(found, places, given, session)
    for old, new in zip(_eager(model, given), values, strict=True):
        np.testing.assert_allclose(new, old, atol=2e-6)


def test_variables(given):
    model = tiny_bert.model(add_pooling_layer=False)
    model(_placeholders(given))
    names = [each.op.name for each in tf.global_variables()]
    assert "bert_model" in names[0] and names[0].endswith("/embeddings/word_embeddings/weight")
    assert any(name.endswith("/encoder/layer/1/attention/self/query/weight") for name in names)
    assert len(tf.trainable_variables()) == len(model.trainable_variables) == 5 + 2 * 16
    with tf.name_scope("again"), tf.control_dependencies([tf.no_op()]):
        model(_placeholders(given)["input_ids"])
    assert [each.op.name for each in tf.global_variables()] == names


def test_one_layer_alone():
    encoder = bert_tf.BertEncoder(tiny_bert.config())
    x, mask = tf.placeholder(tf.float32, [None, None, 12]), tf.placeholder(tf.int32, [None, None])
    y = encoder(x, attention_mask=mask)
    values = np.random.default_rng(0).normal(size=(2, 5, 12)).astype("float32")
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        found = session.run(y, {x: values, mask: np.ones((2, 5))})
    with tfcompat.tf2():
        np.testing.assert_allclose(found, encoder(values).numpy(), atol=2e-6)


def test_trains_as_eagerly_and_gives_the_weights_back(given):
    model, other = tiny_bert.model(), tiny_bert.model()
    places = _placeholders(given)
    loss = tf.reduce_mean(model(places).last_hidden_state ** 2) + tf.reduce_mean(model(places).pooler_output ** 3)
    step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        losses = [_run([loss, step], places, given, session)[0] for _ in range(3)]
        before = model.weights[0].numpy() if hasattr(model.weights[0], "numpy") else np.array(model.weights[0])
        tf1_graph.take_weights(model, session)
    with tfcompat.tf2() as tf2:
        eager = []
        for _ in range(3):
            with tf2.GradientTape() as tape:
                hidden, pooled = other(given)
                value = tf2.reduce_mean(hidden**2) + tf2.reduce_mean(pooled**3)
            eager.append(float(value))
            weights = [each.value for each in other.trainable_variables]
            for weight, gradient in zip(weights, tape.gradient(value, weights), strict=True):
                weight.assign_sub(0.1 * tf2.convert_to_tensor(gradient))
        np.testing.assert_allclose(losses, eager, rtol=1e-5)
        for ours, theirs in zip(model.weights, other.weights, strict=True):
            np.testing.assert_allclose(np.array(ours), np.array(theirs), atol=1e-5)
        assert not np.array_equal(before, np.array(model.weights[0]))


def test_saver(given, tmp_path):
    model = tiny_bert.model()
    places = _placeholders(given)
    hidden = model(places).last_hidden_state
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        path = tf.train.Saver().save(session, str(tmp_path / "m"))
        expected = _run(hidden, places, given, session)
        session.run([tf.assign(each, tf.zeros_like(each)) for each in tf.trainable_variables()])
        tf.train.Saver().restore(session, path)
        np.testing.assert_array_equal(_run(hidden, places, given, session), expected)


def test_dropout_draws_anew(given):
    model = tiny_bert.model(hidden_dropout_prob=0.5)
    places = _placeholders(given)
    noisy, calm = model(places, training=True)[0], model(places, training=False)[0]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        draws = [_run([noisy, calm], places, given, session) for _ in range(2)]
    assert np.abs(draws[0][0] - draws[1][0]).max() > 0.1
    np.testing.assert_array_equal(draws[0][1], draws[1][1])
    with pytest.raises(TypeError, match="training is True or False when the graph is built"):
        model(places, training=tf.placeholder(tf.bool))


def test_traced(given):
    model = tiny_bert.model()
    places = _placeholders(given)
    found = bert_tf.trace(model, places, "layer.*.attention.*")
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        values = _run(found, places, given, session)
    expected = bert_tf.trace(model, given, "layer.*.attention.*")
    assert list(values) == list(expected) and len(values) == 22
    for name in values:
        np.testing.assert_allclose(values[name], expected[name], rtol=1e-5, atol=2e-6, err_msg=name)


def test_bad_input_is_refused_in_the_session(given):
    ids = tf.placeholder(tf.int32, [None, None])
    hidden = tiny_bert.model()(ids)[0]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        with pytest.raises(tf.errors.InvalidArgumentError, match="from 1 to 17 tokens"):
            session.run(hidden, {ids: np.zeros((1, 18))})
        with pytest.raises(tf.errors.InvalidArgumentError, match=r"= 31 is not in \[0, 31\)"):
            session.run(hidden, {ids: [[31]]})
    with pytest.raises(ValueError, match="no variables in this session's graph"), tf.Session() as session:
        tf1_graph.take_weights(tiny_bert.model(), session)
