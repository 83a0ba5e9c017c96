"""The fast function gives what the model gives, stage by stage and whatever the model is."""

import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.fast import batches, encoder, frozen, kernels, processor, threads, weights
from bert_tf.fast.frozen import FastModel
from bert_tf.fast.layout import Grid, Packed
from bert_tf.listening import listening
from tests.support import heads, tiny_bert

FEW = "_few" if kernels.there() else "_whole"  # a process has oneDNN on or off
UNPOOLED = ("BertForMaskedLM", "BertForTokenClassification", "BertForQuestionAnswering")
POOLED = ("BertForPreTraining", "BertForNextSentencePrediction", "BertForSequenceClassification")


def real(value, mask):
    """What of a stage belongs to real tokens, in rows: of [B,T,W], [n,W], [B,N,T,D] and [B,N,T,T] alike."""
    value = np.asarray(value)
    if len(value) == 1:
        value = np.broadcast_to(value, (len(mask), *value.shape[1:]))
    if value.ndim == 2:
        return value if len(value) == mask.sum() else value[mask.reshape(-1)]
    if value.ndim == 4:
        value = value.swapaxes(1, 2).reshape(*mask.shape, -1)
    return value[mask]


def stages_of(model, given, packed):
    """Every stage of the fast encoder by its name."""
    found = {}
    ids, kinds, mask = given["input_ids"], given["token_type_ids"], given["attention_mask"]
    lengths = mask.sum(1)
    if packed:
        rows = batches.pack(*([row[:n] for row, n in zip(each, lengths, strict=True)] for each in (ids, kinds)))
        layout, inputs = Packed(rows.row_of, rows.place_of), (rows.ids, rows.positions, rows.token_types)
    else:
        layout = Grid(*ids.shape)
        inputs = (ids.reshape(-1), np.tile(np.arange(ids.shape[1]), len(ids)), kinds.reshape(-1))
    own = weights.of(model)
    with listening(found.__setitem__):
        x = encoder.embed(own, model.config, *inputs)
        encoder.encode(own, model.config, x, layout, encoder.score_bias(tf.constant(mask), tf.float32))
    return found


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("number", range(6))
def test_every_stage(number, packed):
    sizes, _ = tiny_bert.varied(number)
    model = tiny_bert.model(number, **sizes)
    if number == 4:
        model.prune_heads({0: [1]})
    given = tiny_bert.inputs(number, of=sizes)
    mask = given["attention_mask"].astype(bool)
    expected, found = bert_tf.trace(model, given), stages_of(model, given, packed)
    assert {*expected} - {*found} == {name for name in expected if "masked_scores" in name or "pooler" in name}
    for name, value in found.items():
        if name == "embeddings.token_type" or (name.endswith("scores") and packed):
            continue
        np.testing.assert_allclose(real(value, mask), real(expected[name], mask), atol=5e-6, rtol=5e-6, err_msg=name)


@pytest.mark.parametrize(
    "without", [(), ("attention_mask",), ("token_type_ids",), ("attention_mask", "token_type_ids")]
)
@pytest.mark.parametrize("pooler", [True, False])
def test_model(pooler, without):
    model = tiny_bert.model(1, add_pooling_layer=pooler)
    given = {name: value for name, value in tiny_bert.inputs(2).items() if name not in without}
    expected, found = model(given), FastModel(model)(given)
    assert type(found) is type(expected)
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=5e-6)


@pytest.mark.parametrize("name", [*UNPOOLED, *POOLED])
def test_heads(name):
    model, given = heads.model(name), tiny_bert.inputs(3)
    expected, found = model(given), FastModel(model)(given)
    assert type(found) is type(expected)
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=5e-6)


def test_weights_are_those_of_the_moment():
    model, given = heads.model("BertForSequenceClassification"), tiny_bert.inputs(3)
    fast = FastModel(model)
    before = fast(given).logits.numpy()
    for weight in model.weights:
        weight.assign(weight + 1)
    np.testing.assert_array_equal(fast(given).logits, before)
    np.testing.assert_allclose(FastModel(model)(given).logits, model(given).logits, atol=2e-5)


def test_a_text_without_tokens_attends_to_each_place_alike():
    model, given = tiny_bert.model(1), tiny_bert.inputs(2)
    given["attention_mask"][2] = 0
    np.testing.assert_allclose(FastModel(model)(given)[0], model(given)[0], atol=5e-6)


def test_another_shape_is_not_traced_again(monkeypatch):
    traced = []
    embed = encoder.embed
    monkeypatch.setattr(encoder, "embed", lambda *a: traced.append(1) or embed(*a))
    fast = FastModel(tiny_bert.model(1))
    for batch, tokens in ((1, 3), (2, 5), (4, 9)):
        fast(tiny_bert.inputs(0, batch, tokens, padded=False))
    assert len(traced) == 1


@pytest.mark.parametrize("storage", ["float32", "bfloat16"])
@pytest.mark.parametrize("number", range(6))
def test_few_tokens_of_every_shape(number, storage):
    sizes, _ = tiny_bert.varied(number)
    model = tiny_bert.model(number, **sizes)
    if number == 4:
        model.prune_heads({0: [1]})
    given = tiny_bert.inputs(number, of=sizes)
    fast = FastModel(model, storage=storage)
    rows = fast._whole()(*(tf.cast(given[name], tf.int32) for name in frozen.INPUTS))
    np.testing.assert_allclose(fast(given)[0], rows[0], atol=5e-6)


@pytest.mark.parametrize(
    ("batch", "tokens", "avx512", "processors", "form"),
    [
        (1, 1, True, 2, FEW),
        (1, 1, False, 2, FEW),
        (1, 3, True, 2, FEW),
        (3, 2, True, 2, FEW),
        (2, 4, True, 2, FEW),
        (2, 3, False, 2, FEW),
        (1, 7, True, 2, FEW),
        (1, 7, False, 2, "_whole"),
        (3, 4, False, 2, "_halves"),
        (3, 4, True, 2, "_whole"),
        (3, 5, True, 2, "_halves"),
        (3, 5, True, 1, "_whole"),
        (1, 15, True, 2, "_whole"),
    ],
)
def test_each_size_has_its_form(monkeypatch, batch, tokens, avx512, processors, form):
    monkeypatch.setattr(frozen, "_FEW", {False: 6, True: 8})
    monkeypatch.setattr(frozen, "_MANY", {False: 12, True: 15})
    monkeypatch.setattr(processor, "has_avx512", lambda: avx512)
    monkeypatch.setattr(threads, "usable", lambda: processors)
    model, given = tiny_bert.model(1), tiny_bert.inputs(2, batch, tokens, padded=batch > 1)
    fast = FastModel(model)
    for found, expected in zip(fast(given), model(given), strict=True):
        np.testing.assert_allclose(found, expected, atol=5e-6)
    made = [name for name in ("_few", "_whole", "_halves") if getattr(fast, name).cache_info().currsize]
    assert made == [form]


def test_one_token_is_a_text_too():
    model = tiny_bert.model(1)
    fast, given = FastModel(model), np.array([[7]])
    for found, expected in zip(fast(given), model(given), strict=True):
        np.testing.assert_allclose(found, expected, atol=5e-6)
    row = FastModel(model, finish=lambda hidden, mask: hidden[:, 0]).rows(batches.pack([[7]], [[0]]))
    np.testing.assert_allclose(row, model(given)[0][:, 0], atol=5e-6)


def test_stored_in_half_the_memory():
    model, given = tiny_bert.model(1), tiny_bert.inputs(2)
    half = FastModel(model, storage="bfloat16")
    for weight in model.weights:
        if "LayerNorm" not in weight.path and "layer_norm" not in weight.path:
            weight.assign(tf.cast(tf.cast(weight.value, tf.bfloat16), tf.float32))
    np.testing.assert_allclose(half(given)[0], FastModel(model)(given)[0], atol=5e-6)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"input_ids": np.array([[1, 31]])}, "from 0 to 30"),
        ({"input_ids": np.array([[1.0]])}, "whole numbers"),
        ({"input_ids": np.zeros((1, 18), int)}, "from 1 to 17 tokens"),
        ({"input_ids": np.zeros((1, 0), int)}, "from 1 to 17 tokens"),
        ({"attention_mask": np.ones((3, 6), int)}, "attention_mask have the shape"),
        ({"token_type_ids": np.full((3, 7), 4)}, "from 0 to 3"),
        ({"labels": 1}, "received labels"),
    ],
)
def test_what_does_not_fit_is_refused(change, text):
    given = tiny_bert.inputs(2)
    if "input_ids" in change:
        given = {}
    with pytest.raises((TypeError, ValueError), match=text):
        FastModel(tiny_bert.model(1))({**given, **change})


def test_choices_are_refused():
    with pytest.raises(TypeError, match="BertForMultipleChoice takes another shape"):
        FastModel(heads.model("BertForMultipleChoice"))
