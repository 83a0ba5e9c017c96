"""google-research/bert's own checkpoint and outputs, recorded under TensorFlow 1.15 (`tests/golden/google_bert`)."""

import json
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from bert_tf import BertModel, stages, trace
from bert_tf.checkpoints import formats
from tests.golden.google_bert_inputs import POSITIONS, inputs

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "google_bert"
STAGES = {"embeddings": "embeddings.output", "layer.0": "layer.0.output", "layer.1": "layer.1.output",
          "pooled": "pooler.output"}  # fmt: skip
pytestmark = pytest.mark.filterwarnings("ignore:.*also has a head:UserWarning")


@pytest.fixture(scope="module")
def recorded():
    found = json.loads((GOLDEN / "outputs.json").read_text())
    return {name: np.array(value, "float32") for name, value in found.items()}


def given():
    return dict(zip(("input_ids", "attention_mask", "token_type_ids"), map(np.array, inputs()), strict=True))


def test_the_encoder(recorded):
    model = BertModel.from_pretrained(GOLDEN, gelu="tanh")
    found = trace(model, given(), list(STAGES.values()))
    for theirs, ours in STAGES.items():
        np.testing.assert_allclose(found[ours], recorded[theirs], rtol=5e-6, atol=5e-6, err_msg=theirs)


def test_exact_gelu_is_another_function_and_is_the_default(recorded):
    found = trace(BertModel.from_pretrained(GOLDEN), given(), "layer.1.output")["layer.1.output"]
    assert 1e-4 < np.abs(found - recorded["layer.1"]).max() < 1e-2


def test_the_heads(recorded):
    tensors = {name: tf.constant(array) for name, array in formats.read(GOLDEN, gelu="tanh").tensors.items()}
    transform = "cls.predictions.transform."
    hidden = np.array([recorded["layer.1"][row, at] for row, places in enumerate(POSITIONS) for at in places])
    hidden = stages.dense(tf.constant(hidden), tf.transpose(tensors[f"{transform}dense.weight"]),
                          tensors[f"{transform}dense.bias"])  # fmt: skip
    norm = [tensors[f"{transform}LayerNorm.{part}"] for part in ("weight", "bias")]
    hidden = stages.layer_norm(stages.gelu_tanh(hidden), *norm, 1e-12)
    words = tensors["embeddings.word_embeddings.weight"]
    logits = stages.vocabulary_logits(hidden[None], words, tensors["cls.predictions.bias"])[0]
    np.testing.assert_allclose(logits, recorded["masked_words"], rtol=5e-6, atol=5e-6)
    pooled = tf.constant(recorded["pooled"])
    follows = stages.dense(pooled, tf.transpose(tensors["cls.seq_relationship.weight"]),
                           tensors["cls.seq_relationship.bias"])  # fmt: skip
    np.testing.assert_allclose(follows, recorded["next_sentence"], rtol=5e-6, atol=5e-6)


def test_what_we_write_holds_what_google_wrote(tmp_path):
    """The same names, shapes, dtypes and bits, and the configuration that its code reads: it cannot tell them apart."""
    formats.write(formats.read(GOLDEN, gelu="tanh"), tmp_path, "tf1")
    theirs, ours = (tf.train.load_checkpoint(str(folder / "bert_model.ckpt")) for folder in (GOLDEN, tmp_path))
    assert ours.get_variable_to_shape_map() == theirs.get_variable_to_shape_map()
    for name in theirs.get_variable_to_shape_map():
        np.testing.assert_array_equal(ours.get_tensor(name), theirs.get_tensor(name), strict=True)
    assert json.loads((tmp_path / "bert_config.json").read_text()) == json.loads(
        (GOLDEN / "bert_config.json").read_text()
    )
