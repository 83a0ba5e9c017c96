"""`compare`: each usual mistake is found at the stage where it is made, and named."""

import json

import numpy as np
import pytest
import torch
import transformers

import bert_tf
from bert_tf.weights import named_weights
from tests.support import tiny_bert


@pytest.fixture(scope="module")
def reference():
    return tiny_bert.hugging_face(tiny_bert.model())


@pytest.fixture(scope="module")
def given():
    return tiny_bert.inputs()


def test_equal(reference, given):
    found = bert_tf.compare(tiny_bert.model(), reference, given)
    assert found.equal and found.departs is found.cause is None
    assert len(found.rows) == 6 + 2 * 16 + 3 and all(row.equal and row.max_abs <= 1e-5 for row in found.rows)
    row = {row.stage: row for row in found.rows}["layer.1.attention.query"]
    assert row.shape == (3, 3, 7, 4) and row.mean_abs <= row.max_abs
    data = json.loads(found.to_json())
    assert data["equal"] and data["rows"][0]["stage"] == "embeddings.word" and data["rows"][0]["shape"] == [3, 7, 12]
    assert str(found).splitlines()[-1] == "equal within 1e-05" and "layer.1.attention.query" in str(found)


@pytest.mark.parametrize(
    ("changes", "stage", "cause"),
    [
        ({"hidden_act": "gelu_new"}, "layer.0.intermediate.activation", "`gelu` is exact in Hugging Face"),
        ({"layer_norm_eps": 1e-3}, "embeddings.norm", "layer_norm_eps"),
        ({"num_attention_heads": 2}, "layer.0.attention.query", "dense matrix"),
    ],
)
def test_another_configuration(reference, given, changes, stage, cause):
    found = bert_tf.compare(tiny_bert.model(**changes), reference, given)
    assert found.departs == stage and cause in found.cause and not found.equal
    assert str(found).splitlines()[-1].startswith(f"{stage} is the first to depart")


def test_other_token_types(reference, given):
    theirs = bert_tf.trace(tiny_bert.model(), {**given, "token_type_ids": given["token_type_ids"] * 0})
    found = bert_tf.compare(tiny_bert.model(), theirs, given)
    assert found.departs == "embeddings.token_type" and "without them every token is of type 0" in found.cause


def test_another_mask(given):
    theirs = bert_tf.trace(tiny_bert.model(), {"input_ids": given["input_ids"]})
    ours = tiny_bert.model()
    found = bert_tf.compare(ours, theirs, {**given, "token_type_ids": given["token_type_ids"] * 0})
    assert found.departs in ("layer.0.attention.masked_scores", "layer.0.attention.probs")


def test_a_kernel_that_was_not_transposed(reference, given):
    model = tiny_bert.model()
    weight = named_weights(model)["encoder.layer.1.attention.self.key.weight"].variable
    weight.assign(np.array(weight).T)
    found = bert_tf.compare(model, reference, given)
    assert found.departs == "layer.1.attention.key" and "without being transposed" in found.cause


def test_chosen_stages_and_tolerance(reference, given):
    found = bert_tf.compare(tiny_bert.model(hidden_act="gelu_new"), reference, given, "*.intermediate.*", tolerance=1.0)
    assert found.equal and [row.stage.rpartition(".")[2] for row in found.rows] == ["dense", "activation"] * 2


def test_models_with_other_stages(reference, given):
    with pytest.raises(ValueError, match="only one of the two models has these stages: pooler.dense"):
        bert_tf.compare(tiny_bert.model(add_pooling_layer=False), reference, given)


def test_the_reference_is_left_as_it_was(reference, given):
    reference.config._attn_implementation = "sdpa"
    reference.train()
    bert_tf.compare(tiny_bert.model(), reference, given)
    assert reference.training and reference.config._attn_implementation == "sdpa"
    assert not any(module._forward_hooks for module in reference.modules())
    reference.eval()
    reference.config._attn_implementation = "eager"


def test_inputs_of_torch(reference, given):
    found = bert_tf.compare(tiny_bert.model(), reference, {name: torch.tensor(value) for name, value in given.items()})
    assert found.equal


def test_a_model_with_a_head(given):
    ours = tiny_bert.model(add_pooling_layer=False)
    bare = tiny_bert.hugging_face(ours)
    theirs = transformers.BertForMaskedLM(bare.config)
    theirs.bert.load_state_dict(bare.state_dict())
    assert bert_tf.compare(ours, theirs.eval(), given).equal
