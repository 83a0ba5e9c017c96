"""BertModel in every kind of Keras model, with every kind of input."""

import keras
import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.weights import named_weights
from tests.support import tiny_bert


@pytest.fixture(scope="module")
def model():
    return tiny_bert.model()


@pytest.fixture(scope="module")
def given():
    return tiny_bert.inputs()


def test_names_and_attribute_paths(model):
    names = list(named_weights(model))
    assert len(names) == len(model.weights) == 5 + 2 * 16 + 2
    assert names[:2] == ["embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"]
    weight = model.encoder.layer[0].attention.self.query.weight
    assert named_weights(model)["encoder.layer.0.attention.self.query.weight"] == (weight, True)
    norm = model.encoder.layer[1].attention.output.LayerNorm.weight
    assert named_weights(model)["encoder.layer.1.attention.output.LayerNorm.weight"] == (norm, False)


def test_ways_to_call(model, given):
    ids, mask, types = given.values()
    hidden, pooled = model(given)
    assert hidden.shape == (3, 7, 12) and pooled.shape == (3, 12)
    for other in (model(ids, mask, types), model(ids, attention_mask=mask, token_type_ids=types)):
        np.testing.assert_array_equal(other.last_hidden_state, hidden)
        np.testing.assert_array_equal(other.pooler_output, pooled)
    assert model(given)._fields == ("last_hidden_state", "pooler_output")
    assert tiny_bert.model(add_pooling_layer=False)(given)._fields == ("last_hidden_state",)


def test_what_may_be_left_out(model, given):
    ids = given["input_ids"]
    positions = np.tile(np.arange(ids.shape[1]), (len(ids), 1))
    full = model(ids, np.ones_like(ids), np.zeros_like(ids), positions)
    np.testing.assert_array_equal(model(ids)[0], full[0])


def test_embeddings_in_place_of_ids(model, given):
    rows = tf.gather(tf.convert_to_tensor(model.embeddings.word_embeddings.weight), given["input_ids"])
    rest = {name: value for name, value in given.items() if name != "input_ids"}
    np.testing.assert_array_equal(model({**rest, "inputs_embeds": rows})[0], model(given)[0])


def test_masks_of_every_rank_and_dtype(model, given):
    ids, mask = given["input_ids"], given["attention_mask"]
    expected = model(ids, mask)[0]
    square = np.broadcast_to(mask[:, None, :], (3, 7, 7))
    additive = np.where(mask[:, None, None, :] != 0, 0, np.finfo("float32").min).astype("float32")
    for other in (mask.astype(bool), mask.astype("float32"), square, square[:, None], square[:, None] != 0, additive):
        np.testing.assert_allclose(model(ids, other)[0], expected, atol=5e-6)


def test_the_masks_value_does_not_matter(given):
    results = [tiny_bert.model(attention_mask_value=value)(given)[0] for value in (None, -10000.0, -1e9)]
    np.testing.assert_array_equal(results[0], results[1])
    np.testing.assert_array_equal(results[0], results[2])


def test_padding_changes_nothing(model, given):
    ids, mask, types = given.values()
    short = model(ids[1:2, :3], token_type_ids=types[1:2, :3])[0]
    np.testing.assert_allclose(model(given)[0][1:2, :3], short, atol=5e-6)


def test_ragged(model):
    found = model(tf.ragged.constant([[3, 1, 2], [4, 5]]))
    np.testing.assert_allclose(found[0][1:, :2], model(np.array([[4, 5]]))[0], atol=5e-6)
    np.testing.assert_allclose(found[1][:1], model(np.array([[3, 1, 2]]))[1], atol=5e-6)


def test_functional_models_train(given):
    model = tiny_bert.model(hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    ids, mask = (keras.Input([None], dtype="int32", name=name) for name in ("input_ids", "attention_mask"))
    pooled = model({"input_ids": ids, "attention_mask": mask}).pooler_output
    assert pooled.shape == (None, 12)
    whole = keras.Model([ids, mask], keras.layers.Dense(1)(pooled))
    inputs = [given["input_ids"], given["attention_mask"]]
    before = whole.predict(inputs, verbose=0)
    np.testing.assert_allclose(
        before, whole.layers[-1](model(given["input_ids"], given["attention_mask"])[1]), atol=5e-6
    )
    old = {name: np.array(weight.variable) for name, weight in named_weights(model).items()}
    whole.compile(keras.optimizers.Adam(1e-3), "mse", jit_compile=False)
    losses = whole.fit(inputs, np.ones((3, 1)), epochs=3, verbose=0).history["loss"]
    assert losses[-1] < losses[0]
    same = [name for name, w in named_weights(model).items() if np.array_equal(old[name], np.array(w.variable))]
    assert same == []


def test_xla_training_step(given):
    calm = tiny_bert.model(num_hidden_layers=1, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    ids = keras.Input([7], dtype="int32")
    whole = keras.Model(ids, keras.layers.Dense(1)(calm(ids).last_hidden_state))
    whole.compile(keras.optimizers.SGD(1e-3), "mse", jit_compile=True)
    losses = whole.fit(given["input_ids"], np.ones((3, 7, 1)), epochs=3, verbose=0).history["loss"]
    assert losses[-1] < losses[0]


def test_sequential_and_subclassed(given):
    ids = given["input_ids"]
    model = tiny_bert.model(add_pooling_layer=False)

    class Mine(keras.Model):
        def __init__(self):
            super().__init__()
            self.bert = model

        def call(self, x, training=None):
            return self.bert(x, training=training).last_hidden_state[:, 0]

    mine = Mine()
    mine.compile("sgd", "mse", jit_compile=False)
    mine.fit({"input_ids": ids}, np.ones((3, 12)), verbose=0)
    expected = model(ids)[0][:, 0]
    np.testing.assert_allclose(mine.predict({"input_ids": ids}, verbose=0), expected, atol=5e-6)
    chain = keras.Sequential([
        keras.Input([None], dtype="int32"), model.embeddings, model.encoder, keras.layers.Lambda(lambda x: x[:, 0])
    ])  # fmt: skip
    np.testing.assert_allclose(chain.predict(ids, verbose=0), expected, atol=5e-6)


def test_encoder_as_a_layer(given):
    """On vectors of one's own, with a mask, in a functional model."""
    config = tiny_bert.config()
    x, mask = keras.Input([None, config.hidden_size]), keras.Input([None], dtype="int32")
    whole = keras.Model([x, mask], bert_tf.BertEncoder(config)(x, attention_mask=mask))
    values = np.random.default_rng(0).normal(size=(3, 7, 12)).astype("float32")
    full = whole.predict([values, given["attention_mask"]], verbose=0)
    short = whole.predict([values[1:2, :3], np.ones((1, 3))], verbose=0)
    np.testing.assert_allclose(full[1:2, :3], short, atol=5e-6)


def test_dropout_only_in_training(given):
    model = tiny_bert.model(hidden_dropout_prob=0.5)
    np.testing.assert_array_equal(model(given, training=False)[0], model(given)[0])
    assert np.abs(model(given, training=True)[0] - model(given, training=True)[0]).max() > 0.1


def test_graph_of_unknown_sizes_is_traced_once(model, given):
    spec = {name: tf.TensorSpec([None, None], tf.int64) for name in given}
    function = tf.function(model, input_signature=[spec])
    for size in (3, 7):
        cut = {name: value[:, :size] for name, value in given.items()}
        np.testing.assert_allclose(function(cut)[0], model(cut)[0], atol=5e-6)
    assert function.experimental_get_tracing_count() == 1


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16", "float16", "float64"])
def test_policies(policy, given):
    config = tiny_bert.config()
    model = bert_tf.BertModel(config, dtype=policy)
    exact = bert_tf.BertModel(config)
    for (_, ours), (_, other) in zip(named_weights(model).items(), named_weights(exact).items(), strict=True):
        other.variable.assign(tf.cast(ours.variable.value, "float32"))
    found = model(given)[0]
    assert found.dtype.name == policy.removeprefix("mixed_")
    width = {"mixed_float16": 6e-3, "mixed_bfloat16": 5e-2, "float16": 6e-3, "float64": 1e-5}[policy]
    np.testing.assert_allclose(tf.cast(found, "float32"), exact(given)[0], atol=width)
    assert {weight.dtype for weight in model.weights} == {"float32" if "mixed" in policy else policy}


def test_a_float_mask_in_half_precision_gives_no_nan(given):
    model = bert_tf.BertModel(tiny_bert.config(), dtype="mixed_float16")
    lowest = np.full((3, 1, 7, 7), np.finfo("float32").min, "float32")
    assert np.isfinite(model(given["input_ids"], lowest)[0]).all()
