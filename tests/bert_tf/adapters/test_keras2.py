"""A BertModel in Keras 2: the same numbers, trained, and saved in each of its formats."""

import numpy as np
import pytest
import tf_keras

from bert_tf.adapters.keras2 import Keras2Layer
from tests.support import tiny_bert


@pytest.fixture(scope="module")
def given():
    return {name: value.astype("int32") for name, value in tiny_bert.inputs().items()}


def _whole(bert):
    inputs = {name: tf_keras.Input([None], dtype="int32", name=name) for name in tiny_bert.inputs()}
    pooled = Keras2Layer(bert, name="bert")(inputs).pooler_output
    return tf_keras.Model(inputs, tf_keras.layers.Dense(2, name="head")(pooled))


def test_the_same_numbers(given):
    bert = tiny_bert.model()
    layer = Keras2Layer(bert)
    for old, new in zip(bert(given), layer(given), strict=True):
        np.testing.assert_array_equal(old, new)
    whole = _whole(bert)
    expected = whole.get_layer("head")(bert(given).pooler_output)
    np.testing.assert_allclose(whole.predict(given, verbose=0), expected, atol=5e-6)


def test_trains_its_own_weights(given):
    bert = tiny_bert.model(hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    whole = _whole(bert)
    before = [np.array(each) for each in bert.weights]
    own = whole.get_layer("bert").get_weights()
    whole.compile(tf_keras.optimizers.Adam(1e-3), "mse")
    losses = whole.fit(given, np.ones((3, 2)), epochs=3, verbose=0).history["loss"]
    assert losses[-1] < losses[0]
    assert all(np.array_equal(old, new) for old, new in zip(before, bert.weights, strict=True))
    assert not any(
        np.array_equal(old, new) for old, new in zip(own, whole.get_layer("bert").get_weights(), strict=True)
    )
    assert len(whole.trainable_weights) == len(bert.trainable_weights) + 2
    assert "encoder/layer/0/attention/self/query/weight:0" in {each.name for each in whole.trainable_weights}


def test_dropout_only_in_training(given):
    layer = Keras2Layer(tiny_bert.model(hidden_dropout_prob=0.5))
    one, two = (layer(given, training=True)[0].numpy() for _ in range(2))
    assert np.abs(one - two).max() > 0.1
    np.testing.assert_array_equal(layer(given, training=False)[0], layer(given)[0])


@pytest.mark.parametrize("form", ["m.keras", "m.h5", "m"])
def test_saved_and_loaded(given, tmp_path, form):
    whole = _whole(tiny_bert.model())
    whole.save(tmp_path / form)
    again = tf_keras.models.load_model(tmp_path / form)
    np.testing.assert_allclose(again.predict(given, verbose=0), whole.predict(given, verbose=0), atol=5e-6)
