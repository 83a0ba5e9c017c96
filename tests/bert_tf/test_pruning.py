"""Heads masked and heads pruned are the same heads."""

import json

import keras
import numpy as np
import pytest

import bert_tf
from bert_tf.config import BertConfig
from tests.support import tiny_bert


@pytest.fixture
def given():
    return tiny_bert.inputs()


def _mask(gone, layers=2, heads=3):
    mask = np.ones((layers, heads), "float32")
    for layer, numbers in gone.items():
        mask[layer, list(numbers)] = 0
    return mask


def test_a_head_mask_of_ones_changes_nothing(given):
    model = tiny_bert.model()
    np.testing.assert_array_equal(model(given, head_mask=_mask({}))[0], model(given)[0])


def test_a_masked_head_gives_nothing(given):
    model = tiny_bert.model()
    found = bert_tf.trace(model, {**given, "head_mask": _mask({0: [1]})}, "*.context")
    assert not found["layer.0.attention.context"][:, 1].any()
    assert found["layer.0.attention.context"][:, [0, 2]].all() and found["layer.1.attention.context"].all()


def test_one_row_is_for_every_layer(given):
    model = tiny_bert.model()
    weights = np.array([1, 0.5, 0], "float32")
    both = model(given, head_mask=np.tile(weights, (2, 1)))[0]
    np.testing.assert_array_equal(model(given, head_mask=weights)[0], both)
    assert np.abs(both - model(given)[0]).max() > 0.01


@pytest.mark.parametrize("gone", [{0: [1]}, {0: [0, 2], 1: [1]}, {1: [2, 1]}], ids=str)
def test_pruned_equals_masked(given, gone):
    model = tiny_bert.model()
    masked, count = model(given, head_mask=_mask(gone))[0], model.count_params()
    model.prune_heads(gone)
    np.testing.assert_allclose(model(given)[0], masked, atol=5e-6)
    heads = sum(map(len, gone.values()))
    assert count - model.count_params() == heads * (4 * 12 * 4 + 3 * 4)
    assert model.config.pruned_heads == {layer: tuple(sorted(numbers)) for layer, numbers in gone.items()}
    assert model.encoder.layer[0].attention.self.query.weight.shape == (12, 4 * (3 - len(gone.get(0, ()))))


def test_in_steps_as_at_once(given):
    steps, once = tiny_bert.model(), tiny_bert.model()
    steps.prune_heads({0: [2]})
    steps.prune_heads({0: [0, 2]})
    once.prune_heads({0: [0, 2]})
    assert steps.config == once.config
    np.testing.assert_array_equal(steps(given)[0], once(given)[0])


def test_a_mask_after_pruning_numbers_heads_as_before(given):
    model = tiny_bert.model()
    expected = model(given, head_mask=_mask({0: [0, 2]}))[0]
    model.prune_heads({0: [0]})
    np.testing.assert_allclose(model(given, head_mask=_mask({0: [2]}))[0], expected, atol=5e-6)


def test_saved_and_reloaded(given, tmp_path):
    model = tiny_bert.model()
    model.prune_heads({0: [0, 2], 1: [1]})
    model.save(tmp_path / "m.keras")
    again = keras.saving.load_model(tmp_path / "m.keras")
    assert again.config.pruned_heads == {0: (0, 2), 1: (1,)} and again.count_params() == model.count_params()
    np.testing.assert_array_equal(again(given)[0], model(given)[0])
    model.save_pretrained(tmp_path / "hf")
    assert json.loads((tmp_path / "hf" / "config.json").read_text())["pruned_heads"] == {"0": [0, 2], "1": [1]}
    again = bert_tf.BertModel.from_pretrained(tmp_path / "hf")
    np.testing.assert_array_equal(again(given)[0], model(given)[0])


def test_pruned_models_train(given):
    model = tiny_bert.model(hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    model.prune_heads({0: [1]})
    ids = keras.Input([None], dtype="int32")
    whole = keras.Model(ids, keras.layers.Dense(1)(model(ids).pooler_output))
    whole.compile(keras.optimizers.Adam(1e-3), "mse", jit_compile=False)
    losses = whole.fit(given["input_ids"], np.ones((3, 1)), epochs=3, verbose=0).history["loss"]
    assert losses[-1] < losses[0] and len(model.trainable_weights) == len(tiny_bert.model().trainable_weights)


def test_refuses():
    model = tiny_bert.model()
    for heads, text in (({2: [0]}, "layers are 0 to 1"), ({0: [3]}, "heads are 0 to 2"), ({0: [0, 1, 2]}, "no head")):
        with pytest.raises(ValueError, match=text):
            model.prune_heads(heads)
    assert model.config.pruned_heads == BertConfig().pruned_heads == {}
