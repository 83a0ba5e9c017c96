"""Adapters change nothing before they are trained, train alone with the head, and merge into a plain model."""

import numpy as np
import pytest
import tensorflow as tf

from bert_tf.train import lora
from bert_tf.weights import named_weights
from tests.support import heads

NAME = "BertForSequenceClassification"


def trained(made, given, targets):
    """One crude step for every trainable weight."""
    with tf.GradientTape() as tape:
        loss = made({**given, **targets}).loss
    for variable, gradient in zip(made.trainable_variables, tape.gradient(loss, made.trainable_variables), strict=True):
        variable.assign_sub(0.5 * tf.convert_to_tensor(gradient))


def test_added_trained_and_merged(tmp_path):
    made = heads.model(NAME)
    given = heads.inputs(NAME)
    targets = heads.labels(NAME, given)
    plain, before = made(given).logits.numpy(), {name: np.array(w.variable) for name, w in named_weights(made).items()}
    adapters = lora.add(made, rank=2, alpha=6.0, seed=1)
    assert len(adapters) == 4  # query and value of two layers
    np.testing.assert_array_equal(made(given).logits, plain)
    assert len(made.trainable_variables) == 8 + 2
    for _ in range(2):  # A learns from the second step on, as B starts at zero
        trained(made, given, targets)
    adapted = made(given).logits.numpy()
    assert abs(adapted - plain).max() > 1e-3 and all(np.asarray(each.lora_a).any() for each in adapters)
    lora.merge(made)
    np.testing.assert_allclose(made(given).logits, adapted, atol=5e-6)
    after = {name: np.array(w.variable) for name, w in named_weights(made).items()}
    assert list(after) == list(before) and len(made.trainable_variables) == len(before)
    changed = {name for name in after if not np.array_equal(after[name], before[name])}
    own = {f"bert.encoder.layer.{n}.attention.self.{part}.weight" for n in (0, 1) for part in ("query", "value")}
    assert changed == own | {"classifier.weight", "classifier.bias"}
    made.save_pretrained(tmp_path)
    np.testing.assert_allclose(type(made).from_pretrained(tmp_path)(given).logits, adapted, atol=5e-6)


def test_other_layers_by_the_end_of_their_path():
    assert len(lora.add(heads.model(NAME), 1, targets=["attention.output.dense", "intermediate.dense"])) == 4


def test_refused():
    made = heads.model(NAME)
    with pytest.raises(ValueError, match="rank of at least 1; got 0"):
        lora.add(made, 0)
    with pytest.raises(ValueError, match="no layer of the encoder is called other"):
        lora.add(made, targets=["other"])
    lora.add(made)
    with pytest.raises(ValueError, match="merge them first"):
        lora.add(made)
