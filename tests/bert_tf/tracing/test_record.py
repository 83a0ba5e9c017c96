"""`trace`: every stage by its name, what is asked for and no more, wherever the model runs."""

import keras
import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.listening import listening
from bert_tf.tracing.names import stage_names
from tests.support import tiny_bert

B, T, H, N, D, W = 3, 7, 12, 3, 4, 20
SHAPES = {
    "embeddings.word": (B, T, H), "embeddings.position": (1, T, H), "embeddings.token_type": (B, T, H),
    "embeddings.sum": (B, T, H), "embeddings.norm": (B, T, H), "embeddings.output": (B, T, H),
    "layer.1.attention.query": (B, N, T, D), "layer.1.attention.key": (B, N, T, D),
    "layer.1.attention.value": (B, N, T, D), "layer.1.attention.scores": (B, N, T, T),
    "layer.1.attention.masked_scores": (B, N, T, T), "layer.1.attention.probs": (B, N, T, T),
    "layer.1.attention.context": (B, N, T, D), "layer.1.attention.joined": (B, T, H),
    "layer.1.attention.dense": (B, T, H), "layer.1.attention.residual": (B, T, H),
    "layer.1.attention.output": (B, T, H),
    "layer.1.intermediate.dense": (B, T, W), "layer.1.intermediate.activation": (B, T, W),
    "layer.1.output.dense": (B, T, H), "layer.1.output.residual": (B, T, H), "layer.1.output": (B, T, H),
    "pooler.first_token": (B, H), "pooler.dense": (B, H), "pooler.output": (B, H),
}  # fmt: skip


@pytest.fixture(scope="module")
def model():
    return tiny_bert.model()


@pytest.fixture(scope="module")
def given():
    return tiny_bert.inputs()


@pytest.fixture(scope="module")
def found(model, given):
    return bert_tf.trace(model, given)


def test_names_order_and_shapes(model, found):
    assert list(found) == stage_names(model.config) == list(dict.fromkeys(found))
    assert {name: found[name].shape for name in SHAPES} == SHAPES
    assert {name.replace("layer.0.", "layer.1.") for name in found} == set(SHAPES)
    assert all(isinstance(each, np.ndarray) for each in found.values())


def test_stages_follow_from_each_other(model, given, found):
    place = "layer.0.attention."
    query, key, value = (found[place + part] for part in ("query", "key", "value"))
    np.testing.assert_allclose(query @ key.swapaxes(2, 3) / 2, found[place + "scores"], atol=1e-5)
    np.testing.assert_allclose(found[place + "probs"].sum(-1), 1, atol=5e-6)
    np.testing.assert_allclose(found[place + "probs"] @ value, found[place + "context"], atol=5e-6)
    assert not found[place + "probs"][1, :, :, T // 2 :].any()  # the padded keys
    np.testing.assert_array_equal(
        found[place + "joined"], found[place + "context"].transpose(0, 2, 1, 3).reshape(B, T, H)
    )
    hidden, pooled = model(given)
    np.testing.assert_array_equal(found["layer.1.output"], hidden)
    np.testing.assert_array_equal(found["pooler.output"], pooled)


def test_patterns(model, given, found):
    some = bert_tf.trace(model, given, ["layer.*.attention.probs", "pooler.output"])
    assert list(some) == ["layer.0.attention.probs", "layer.1.attention.probs", "pooler.output"]
    assert all(np.array_equal(some[name], found[name]) for name in some)
    assert list(bert_tf.trace(model, given, "layer.1.output")) == ["layer.1.output"]
    with pytest.raises(ValueError, match="no stage is called 'layer.2.output'; the stages are embeddings.word"):
        bert_tf.trace(model, given, "layer.2.output")


def test_without_a_pooler(given):
    found = bert_tf.trace(tiny_bert.model(add_pooling_layer=False), given)
    assert list(found)[-1] == "layer.1.output" and len(found) == 6 + 2 * 16


def test_single_texts_are_a_batch_of_one(model, given, found):
    one = bert_tf.trace(model, {name: value[0].tolist() for name, value in given.items()}, "layer.1.output")
    np.testing.assert_allclose(one["layer.1.output"], found["layer.1.output"][:1], atol=5e-6)


def test_in_a_function(model, given, found):
    @tf.function
    def run(inputs):
        return bert_tf.trace(model, inputs, "layer.*.attention.context")

    kept = run({name: tf.constant(value) for name, value in given.items()})
    assert sorted(kept) == ["layer.0.attention.context", "layer.1.attention.context"]
    for name, value in kept.items():
        np.testing.assert_allclose(value, found[name], atol=5e-6)


def test_a_model_around_it(model, given, found):
    ids = keras.Input([None], dtype="int64", name="input_ids")
    mask = keras.Input([None], dtype="int64", name="attention_mask")
    types = keras.Input([None], dtype="int64", name="token_type_ids")
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
    whole = keras.Model(inputs, keras.layers.Dense(2)(model(inputs).pooler_output))
    kept = bert_tf.trace(whole, given, "layer.1.*")
    assert all(np.array_equal(kept[name], found[name]) for name in kept) and len(kept) == 16


def test_with_dropout(given):
    model = tiny_bert.model(hidden_dropout_prob=0.5)
    found = bert_tf.trace(model, given, "embeddings.*", training=True)
    share = (found["embeddings.output"] == 0).mean()
    assert 0.3 < share < 0.7 and found["embeddings.norm"].all()


def test_nobody_listens_afterwards(model, given):
    heard = []
    with listening(lambda stage, value: heard.append(stage)):
        bert_tf.trace(model, given, "pooler.output")
    assert heard == []
    model(given)
    assert heard == []


def test_refuses(model):
    with pytest.raises(ValueError, match="received texts"):
        bert_tf.trace(model, {"texts": ["a"]})
    with pytest.raises(ValueError, match="a Keras model with one inside, was expected; received Sequential"):
        bert_tf.trace(keras.Sequential([keras.layers.Dense(1)]), {"input_ids": [[1]]})
