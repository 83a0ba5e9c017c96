"""Heads in use: every way to call, train, save and load them, and what they refuse."""

import keras
import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.checkpoints.checkpoint import BadCheckpoint
from bert_tf.weights import named_weights
from tests.support import heads, tiny_bert

CALM = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0, "num_hidden_layers": 1}


def int32(given):
    return {name: value.astype("int32") for name, value in given.items()}


@pytest.mark.parametrize("name", heads.HEADS)
def test_keras_file_and_config(tmp_path, name):
    model, given = heads.model(name, num_hidden_layers=1, classifier_dropout=0.25), heads.inputs(name)
    model.save(tmp_path / "m.keras")
    again = keras.saving.load_model(tmp_path / "m.keras")
    assert type(again) is type(model) and again.config == model.config
    for old, new in zip(model(given), again(given), strict=True):
        np.testing.assert_array_equal(old, new)


@pytest.mark.parametrize("format", ["hf", "tf1", "keras"])
def test_formats(tmp_path, format):
    model = heads.model("BertForPreTraining", num_hidden_layers=1)
    path = tmp_path / ("m.keras" if format == "keras" else "m")
    model.save_pretrained(path, format=format)
    again = bert_tf.BertForPreTraining.from_pretrained(path)
    assert again.untrained == []
    for old, new in zip(model(heads.inputs("")), again(heads.inputs("")), strict=True):
        np.testing.assert_array_equal(old, new)


@pytest.mark.parametrize("way", ["y", "among the inputs"])
@pytest.mark.parametrize("name", heads.HEADS)
def test_fit_uses_the_heads_loss(name, way):
    model = heads.model(name, **CALM)
    given = int32(heads.inputs(name))
    targets = int32(heads.labels(name, given))
    before = float(model({**given, **targets}).loss)
    model.compile(keras.optimizers.SGD(1e-3), jit_compile=False)
    y = targets if len(targets) > 1 else targets["labels"]
    x = given if way == "y" else {**given, **targets}
    losses = model.fit(x, y if way == "y" else None, epochs=2, batch_size=3, verbose=0).history["loss"]
    assert losses[0] == pytest.approx(before, abs=1e-5) and losses[1] < losses[0]


def test_fit_with_a_loss_of_ones_own():
    model = heads.model("BertForSequenceClassification", **CALM)
    given = int32(heads.inputs(""))
    labels = heads.labels("BertForSequenceClassification", given)["labels"]
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    found = model.evaluate(given, labels, verbose=0, return_dict=True)
    assert found["loss"] == pytest.approx(float(model(given, labels=labels).loss), abs=1e-5)
    assert found["accuracy"] == pytest.approx(np.mean(np.argmax(model(given).logits, -1) == labels))


def test_a_step_is_traced_once(monkeypatch):
    model, traced = heads.model("BertForSequenceClassification", **CALM), []
    answer = model.answer
    monkeypatch.setattr(model, "answer", lambda *args: traced.append(args) or answer(*args))
    model.compile("adam", jit_compile=False)
    given = int32(heads.inputs(""))
    labels = heads.labels("BertForSequenceClassification", given)["labels"]
    losses = [model.train_on_batch(given, labels) for _ in range(3)]
    assert len(traced) == 1 and losses[2] < losses[0]


def test_training_without_labels():
    model = heads.model("BertForMaskedLM", **CALM)
    model.compile("sgd")
    with pytest.raises(ValueError, match="training needs labels: labels, as y or among the inputs"):
        model.fit(int32(heads.inputs("")), verbose=0)


@pytest.mark.parametrize("name", ["BertForMaskedLM", "BertForMultipleChoice"])
def test_in_a_graph_of_unknown_sizes(name):
    model, given = heads.model(name), heads.inputs(name)
    rank = given["input_ids"].ndim
    function = tf.function(model, input_signature=[{key: tf.TensorSpec([None] * rank, tf.int64) for key in given}])
    np.testing.assert_allclose(function(given).logits, model(given).logits, atol=5e-6, rtol=5e-6)


def test_functional_and_ragged():
    model = heads.model("BertForTokenClassification", num_hidden_layers=1)
    ids = keras.Input([None], dtype="int32")
    whole = keras.Model(ids, keras.layers.Softmax()(model(ids).logits))
    rows = np.array([[3, 1, 2], [4, 5, 6]], "int32")
    np.testing.assert_allclose(whole.predict(rows, verbose=0), tf.nn.softmax(model(rows).logits), atol=5e-6)
    ragged = model(tf.ragged.constant([[3, 1, 2], [4, 5]]))
    np.testing.assert_allclose(ragged.logits[1:, :2], model(rows[1:, :2]).logits, atol=5e-6)


def test_stages_and_pruning():
    model, given = heads.model("BertForMaskedLM"), heads.inputs("")
    assert bert_tf.trace(model, given, "layer.1.output")["layer.1.output"].shape == (3, 7, 12)
    masked = model({**given, "head_mask": np.array([0.0, 1, 1])}).logits
    model.prune_heads({0: [0], 1: [0]})
    np.testing.assert_allclose(model(given).logits, masked, atol=1e-5)


def test_half_precision_loss_is_float32():
    model = bert_tf.BertForMaskedLM(tiny_bert.config(num_hidden_layers=1), dtype="mixed_float16")
    given = heads.inputs("")
    found = model({**given, **heads.labels("BertForMaskedLM", given)})
    assert (found.logits.dtype, found.loss.dtype) == (tf.float16, tf.float32) and np.isfinite(found.loss)


# Checkpoints


def test_an_encoder_gives_a_head_that_is_untrained_until_it_is_trained(tmp_path):
    tiny_bert.model(**CALM).save_pretrained(tmp_path)
    with pytest.warns(UserWarning, match=r"no weights for classifier.weight, classifier.bias; they were drawn"):
        model = bert_tf.BertForSequenceClassification.from_pretrained(tmp_path, num_labels=3, problem_type=None)
    assert model.untrained == ["classifier.weight", "classifier.bias"] and model.config.num_labels == 3
    model.compile("sgd")
    model.fit(int32(heads.inputs("")), np.array([0, 2, 1]), verbose=0)
    assert model.untrained == []


def test_of_an_mlm_checkpoint_only_what_a_classifier_needs(tmp_path):
    heads.model("BertForMaskedLM").save_pretrained(tmp_path)
    with pytest.warns(UserWarning) as caught:
        model = bert_tf.BertForSequenceClassification.from_pretrained(tmp_path)
    texts = "\n".join(str(each.message) for each in caught)
    assert "also has a head, which this model does not: cls.predictions" in texts
    assert "no weights for pooler.dense.weight" in texts
    assert len(model.untrained) == 4


def test_anothers_classifier_is_refused_unless_it_is_left(tmp_path):
    heads.model("BertForSequenceClassification").save_pretrained(tmp_path)
    with pytest.raises(BadCheckpoint, match=r"is a BertForSequenceClassification, whose classifier is not that of a"):
        bert_tf.BertForTokenClassification.from_pretrained(tmp_path)
    with pytest.warns(UserWarning, match="they were drawn"):
        model = bert_tf.BertForTokenClassification.from_pretrained(tmp_path, left_over=["classifier.*"])
    assert model.untrained == ["classifier.weight", "classifier.bias"]


def test_another_number_of_labels_is_refused_unless_the_head_is_left(tmp_path):
    heads.model("BertForTokenClassification", id2label={0: "O", 1: "B"}).save_pretrained(tmp_path)
    with pytest.raises(BadCheckpoint, match=r"classifier.weight is \[2, 12\], \[7, 12\] was expected"):
        bert_tf.BertForTokenClassification.from_pretrained(tmp_path, num_labels=7)
    with pytest.warns(UserWarning, match="they were drawn"):
        model = bert_tf.BertForTokenClassification.from_pretrained(tmp_path, num_labels=7, left_over=["classifier.*"])
    assert model.config.num_labels == 7 and model.config.id2label is None


def test_a_decoder_of_its_own_is_kept_whatever_the_configuration_says(tmp_path):
    import json

    model = heads.model("BertForMaskedLM", tie_word_embeddings=False)
    model.save_pretrained(tmp_path)
    fields = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**fields, "tie_word_embeddings": True}))
    again = bert_tf.BertForMaskedLM.from_pretrained(tmp_path)
    assert not again.config.tie_word_embeddings
    np.testing.assert_array_equal(again(heads.inputs("")).logits, model(heads.inputs("")).logits)


def test_the_architecture_is_written(tmp_path):
    class Mine(bert_tf.BertForMaskedLM):
        pass

    Mine(tiny_bert.config()).save_pretrained(tmp_path)
    assert bert_tf.BertConfig.from_json(tmp_path).architectures == ["BertForMaskedLM"]


def test_names_of_the_weights():
    names = list(named_weights(heads.model("BertForPreTraining")))
    assert [name for name in names if name.startswith("cls.")] == [
        "cls.predictions.transform.dense.weight", "cls.predictions.transform.dense.bias",
        "cls.predictions.transform.LayerNorm.weight", "cls.predictions.transform.LayerNorm.bias",
        "cls.predictions.bias", "cls.seq_relationship.weight", "cls.seq_relationship.bias",
    ]  # fmt: skip


# Bad input

BAD = {
    "out of range": ("BertForTokenClassification", "labels", lambda x: x + 5, "labels are from 0 to 4, or -100"),
    "negative": ("BertForSequenceClassification", "labels", lambda x: x - 7, "labels are from 0 to 4, or -100"),
    "beyond the vocabulary": ("BertForMaskedLM", "labels", lambda x: x + 31, "labels are from 0 to 30"),
    "a third answer": ("BertForNextSentencePrediction", "labels", lambda x: x + 2, "labels are from 0 to 1"),
    "too many": (
        "BertForTokenClassification",
        "labels",
        lambda x: np.tile(x, 2),
        r"shape \[3, 7\]; received \[3, 14\]",
    ),
    "not whole": ("BertForMaskedLM", "labels", lambda x: x + 0.5, "labels are whole numbers"),
    "one too few": ("BertForQuestionAnswering", "end_positions", lambda x: x[1:], r"shape \[3\]; received \[2\]"),
    "places not whole": ("BertForQuestionAnswering", "start_positions", lambda x: x / 2, "start_positions are whole"),
}


@pytest.mark.parametrize(("name", "which", "change", "text"), BAD.values(), ids=BAD)
def test_labels_that_do_not_fit(name, which, change, text):
    model, given = heads.model(name, num_hidden_layers=1), heads.inputs(name)
    targets = heads.labels(name, given)
    with pytest.raises((ValueError, TypeError), match=text):
        model({**given, **targets, which: change(targets[which])})


def test_labels_of_the_wrong_kind_of_problem():
    model = heads.model("BertForSequenceClassification", num_hidden_layers=1)
    with pytest.raises(ValueError, match=r"labels have the shape \[3, 5\]; received \[3\]"):
        model(heads.inputs(""), labels=np.array([0.5, 1, 2]))


def test_choices_are_needed():
    model = heads.model("BertForMultipleChoice", num_hidden_layers=1)
    with pytest.raises(ValueError, match=r"the shape \[batch, choices, tokens\]; received \[3, 7\]"):
        model(heads.inputs(""))


def test_an_unknown_name_among_the_inputs():
    model = heads.model("BertForQuestionAnswering", num_hidden_layers=1)
    with pytest.raises(ValueError, match="start_positions, end_positions; received labels"):
        model({**heads.inputs(""), "labels": np.zeros(3, int)})
