"""Every way in which Keras and TensorFlow keep a model gives it back to the bit, without custom objects."""

import keras
import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.layers.base import as_config
from tests.support import tiny_bert


@pytest.fixture(scope="module")
def given():
    return {name: value.astype("int32") for name, value in tiny_bert.inputs().items()}


@pytest.mark.parametrize(
    "changes", [{}, {"add_pooling_layer": False}, {"hidden_act": "relu", "layer_norm_eps": 1e-5}], ids=str
)
def test_keras_file(tmp_path, given, changes):
    model = tiny_bert.model(**changes)
    model.save(tmp_path / "m.keras")
    again = keras.saving.load_model(tmp_path / "m.keras")
    assert type(again) is bert_tf.BertModel and again.config == model.config
    for old, new in zip(model(given), again(given), strict=True):
        np.testing.assert_array_equal(old, new)


def test_keras_file_of_a_model_around_it(tmp_path, given):
    ids = keras.Input([None], dtype="int32")
    x = tiny_bert.model()(ids)
    y = bert_tf.BertEncoder(tiny_bert.config(num_hidden_layers=1), name="more")(x.last_hidden_state)
    whole = keras.Model(ids, keras.layers.Dense(2)(y))
    whole.compile("adam", "mse")
    whole.save(tmp_path / "m.keras")
    again = keras.saving.load_model(tmp_path / "m.keras")
    np.testing.assert_array_equal(again(given["input_ids"]), whole(given["input_ids"]))


def test_weights_file(tmp_path, given):
    model, other = tiny_bert.model(0), tiny_bert.model(1)
    model.save_weights(tmp_path / "m.weights.h5")
    other.load_weights(tmp_path / "m.weights.h5")
    np.testing.assert_array_equal(model(given)[0], other(given)[0])


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16", "float64"])
def test_the_policy_is_kept(tmp_path, given, policy):
    model = bert_tf.BertModel(tiny_bert.config(), dtype=policy)
    model.save(tmp_path / "m.keras")
    again = keras.saving.load_model(tmp_path / "m.keras")
    assert again.dtype_policy.name == again.encoder.layer[0].intermediate.dense.dtype_policy.name == policy
    np.testing.assert_array_equal(tf.cast(model(given)[0], "float64"), tf.cast(again(given)[0], "float64"))


def test_config_there_and_back():
    model = tiny_bert.model(hidden_act="silu", pruned_heads={1: (0,)})
    again = bert_tf.BertModel.from_config(model.get_config())
    assert again.config == model.config == as_config(model.get_config()["config"])
    assert [w.shape for w in again.weights] == [w.shape for w in model.weights]


@pytest.mark.parametrize("part", ["embeddings", "encoder", "pooler"])
def test_each_layers_config_there_and_back(part):
    layer = getattr(tiny_bert.model(), part)
    again = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(layer))
    assert type(again) is type(layer) and [w.shape for w in again.weights] == [w.shape for w in layer.weights]


def test_clone_has_weights_of_its_own(given):
    model = tiny_bert.model()
    again = keras.models.clone_model(model)
    assert again.weights[0] is not model.weights[0] and again(given)[0].shape == (3, 7, 12)


def test_exported_saved_model(tmp_path, given):
    model = tiny_bert.model()
    model.export(tmp_path / "m", verbose=False)
    loaded = tf.saved_model.load(str(tmp_path / "m"))
    for size in (7, 4):
        cut = {name: value[:, :size] for name, value in given.items()}
        served = loaded.serve(cut)
        expected = tf.function(model)({name: tf.constant(value) for name, value in cut.items()})
        found = [served[name] for name in expected._fields] if isinstance(served, dict) else served
        for old, new in zip(expected, found, strict=True):
            np.testing.assert_allclose(old, new, atol=5e-6)


def test_saved_by_tensorflow(tmp_path, given):
    model = tiny_bert.model()
    function = tf.function(lambda ids: model(ids)._asdict(), input_signature=[tf.TensorSpec([None, None], tf.int32)])
    module = tf.Module()
    module.model, module.run = model, function
    tf.saved_model.save(module, str(tmp_path / "m"))
    loaded = tf.saved_model.load(str(tmp_path / "m"))
    found = loaded.run(given["input_ids"])
    np.testing.assert_array_equal(found["pooler_output"], function(given["input_ids"])["pooler_output"])


def test_lite_rt(tmp_path, given):
    model = tiny_bert.model(num_hidden_layers=1)
    signature = [{name: tf.TensorSpec([1, 7], tf.int32, name) for name in given}]
    model.export(tmp_path / "m.tflite", "litert", verbose=False, input_signature=signature)
    interpreter = tf.lite.Interpreter(str(tmp_path / "m.tflite"))
    runner = interpreter.get_signature_runner()
    row = {name: value[1:2] for name, value in given.items()}
    found = sorted(runner(**row).values(), key=lambda each: each.ndim)
    pooled, hidden = model(row)[1], model(row)[0]
    np.testing.assert_allclose(found[0], pooled, atol=1e-5)
    np.testing.assert_allclose(found[1], hidden, atol=1e-5)
