"""An exported model says of a text what the Keras model says of it."""

import subprocess
import sys
import textwrap

import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.serving.signatures import signatures
from bert_tf.tasks.answer import answer
from bert_tf.tasks.fill_mask import fill_mask
from bert_tf.tasks.next_sentence import next_sentence
from tests.support import tiny_texts

MOST = 24
ONE_LAYER = {"num_hidden_layers": 1}


@pytest.fixture(scope="module")
def tokenizer():
    return tiny_texts.tokenizer()


def served(model, tokenizer, max_length=MOST):
    """The functions that are exported, before they are."""
    return {name: each.function for name, each in signatures(model, tokenizer, max_length).items()}


def inputs(tokenizer, *texts, length=MOST):
    return tokenizer(*map(list, texts), truncation=True, max_length=length, padding=True, return_tensors="np")


def test_encoder(tokenizer):
    model = tiny_texts.model("BertModel", **ONE_LAYER)
    found = served(model, tokenizer)
    texts, pairs = tiny_texts.texts(60), tiny_texts.texts(60, seed=1)
    assert list(found) == ["encode", "encode_pairs", "ids"]
    given = inputs(tokenizer, texts, pairs)
    answers = found["encode_pairs"](text=tf.constant(texts), text_pair=tf.constant(pairs))
    np.testing.assert_array_equal(answers["attention_mask"], given["attention_mask"])
    np.testing.assert_allclose(answers["last_hidden_state"], model(given).last_hidden_state, atol=1e-5)
    alone = found["encode"](text=tf.constant(texts))
    np.testing.assert_allclose(alone["pooler_output"], model(inputs(tokenizer, texts)).pooler_output, atol=1e-5)
    ids = {name: tf.cast(value, tf.int32) for name, value in inputs(tokenizer, texts).items()}
    np.testing.assert_allclose(found["ids"](**ids)["pooler_output"], alone["pooler_output"], atol=1e-5)


@pytest.mark.parametrize("problem", [None, "multi_label_classification", "regression"])
def test_classifier(tokenizer, problem):
    labels = {"id2label": tiny_texts.LABELS} if problem is None else {}
    model = tiny_texts.model("BertForSequenceClassification", problem_type=problem, **labels, **ONE_LAYER)
    texts = tiny_texts.texts(40)
    found = served(model, tokenizer, 11)["classify"](text=tf.constant(texts))
    logits = np.asarray(model(inputs(tokenizer, texts, length=11)).logits)
    names = list(tiny_texts.LABELS.values()) if problem is None else ["LABEL_0", "LABEL_1", "LABEL_2"]
    assert [each.decode() for each in found["labels"].numpy()] == [names[each] for each in logits.argmax(-1)]
    expected = {None: tf.nn.softmax, "multi_label_classification": tf.sigmoid, "regression": tf.identity}[problem]
    np.testing.assert_allclose(found["scores"], expected(logits), atol=1e-5)


def test_tags(tokenizer):
    model = tiny_texts.model("BertForTokenClassification", id2label=tiny_texts.LABELS, **ONE_LAYER)
    found = served(model, tokenizer)["tag"](text=tf.constant(["Pandas eating", "the forest tree ?"]))
    assert found["tokens"][0].numpy().tolist() == [b"[CLS]", b"pandas", b"eat", b"##ing", b"[SEP]", b""]
    logits = np.asarray(model(inputs(tokenizer, ["Pandas eating"])).logits[0])
    expected = [tiny_texts.LABELS[each].encode() for each in logits.argmax(-1)]
    assert found["labels"][0].numpy().tolist() == [*expected, b""]
    np.testing.assert_allclose(found["scores"][0, :5], tf.reduce_max(tf.nn.softmax(logits), -1), atol=1e-5)


def test_masks_and_following_sentences(tokenizer):
    model = tiny_texts.model("BertForPreTraining", **ONE_LAYER)
    found = served(model, tokenizer)
    texts = ["what do [MASK] eat ?", "no masks", "[MASK] and [MASK]"]
    filled = found["fill_mask"](text=tf.constant(texts))
    assert filled["tokens"].shape == (3, 2, 5) and filled["tokens"][1, 0, 0] == b""
    for row, text in ((0, texts[0]), (2, texts[2])):
        for place, each in enumerate(fill_mask(model, tokenizer, text)):
            assert filled["tokens"][row, place].numpy().tolist() == [guess.token.encode() for guess in each.guesses]
            expected = [guess.probability for guess in each.guesses]
            np.testing.assert_allclose(filled["probabilities"][row, place], expected, atol=1e-5)
    pair = found["next_sentence"](text=tf.constant(texts[:1]), text_pair=tf.constant(["they eat bamboo"]))
    expected = next_sentence(model, tokenizer, texts[0], "they eat bamboo")
    assert abs(float(pair["probabilities"][0]) - expected) <= 1e-5


def test_answers(tokenizer):
    model = tiny_texts.model("BertForQuestionAnswering", **ONE_LAYER)
    found = served(model, tokenizer)["answer"]
    context = "pandas live in the forest . they eat bamboo"
    for question in ("what do pandas eat ?", "what do they do", "the forest"):
        given = found(question=tf.constant([question]), context=tf.constant([context]))
        expected = answer(model, tokenizer, question, [context])
        score = float(given["scores"][0])
        assert bool(expected) == (score > 0)
        if expected:
            assert given["answers"][0].numpy().decode() == expected[0].text
            assert abs(score - expected[0].score) <= 1e-5


def test_choices(tokenizer):
    model = tiny_texts.model("BertForMultipleChoice", **ONE_LAYER)
    texts, choices = (
        ["pandas eat", "they live in"],
        [["bamboo", "leaves and fruit", "it"], ["trees", "the forest", "a"]],
    )
    found = served(model, tokenizer)["choose"](text=tf.constant(texts), choices=tf.constant(choices))
    flat = inputs(tokenizer, np.repeat(texts, 3), sum(choices, []))
    logits = model({name: value.reshape(2, 3, -1) for name, value in flat.items()}).logits
    np.testing.assert_allclose(found["scores"], tf.nn.softmax(logits), atol=1e-5)
    np.testing.assert_array_equal(found["choices"], np.argmax(logits, -1))


LOADED = """
    import importlib.abc, json, sys
    import numpy as np

    class Blocked(importlib.abc.MetaPathFinder):
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in {"keras", "tf_keras", "tokenizers", "transformers", "torch", "bert_tf"}:
                raise ModuleNotFoundError(f"{name} is not here", name=name)

    import tensorflow as tf

    sys.meta_path.insert(0, Blocked())
    folder = sys.argv[1]
    texts = json.load(open(folder + "/texts.json"))
    signatures = tf.saved_model.load(folder + "/m").signatures
    assert set(signatures) == {"embed", "ids", "serving_default"}
    embed = signatures["serving_default"]
    found = [embed(text=tf.constant(texts[start : start + 50]))["vectors"] for start in range(0, len(texts), 50)]
    np.save(folder + "/vectors.npy", np.concatenate(found))
    assert not {"keras", "bert_tf", "tokenizers"} & set(sys.modules)
"""


@pytest.mark.slow
def test_in_a_process_that_has_only_tensorflow(tmp_path, tokenizer):
    """1,000 texts, the same vectors."""
    import json

    model = tiny_texts.model("SentenceEmbedder")
    texts = tiny_texts.texts(1000)
    bert_tf.export(model, tokenizer, tmp_path / "m")
    (tmp_path / "texts.json").write_text(json.dumps(texts))
    code = textwrap.dedent(LOADED)
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, timeout=300, cwd=tmp_path
    )
    assert run.returncode == 0, run.stderr
    np.testing.assert_allclose(np.load(tmp_path / "vectors.npy"), bert_tf.encode(model, tokenizer, texts), atol=1e-5)


def test_lite_rt(tmp_path, tokenizer):
    model = tiny_texts.model("BertForSequenceClassification", **ONE_LAYER)
    path = bert_tf.export(model, tokenizer, tmp_path / "m", format="litert", max_length=9)
    assert {each.name for each in path.iterdir()} == {"model.tflite", "vocab.txt", "tokenizer_config.json"}
    given = tokenizer(["what do pandas eat ?"], padding="max_length", max_length=9, return_tensors="np")
    runner = tf.lite.Interpreter(str(path / "model.tflite")).get_signature_runner("ids")
    found = runner(**{name: np.asarray(value, "int32") for name, value in given.items()})
    np.testing.assert_allclose(found["logits"], model(given).logits, atol=1e-5)


def test_a_path_that_exists(tmp_path, tokenizer):
    model = tiny_texts.model("BertForTokenClassification", **ONE_LAYER)
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="exists; give another path, or overwrite=True"):
        bert_tf.export(model, tokenizer, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_what_is_not_exported(tmp_path, tokenizer, monkeypatch):
    tiny_texts.model("BertModel", **ONE_LAYER).save_pretrained(tmp_path / "encoder")
    with pytest.warns(UserWarning, match="they were drawn"):
        untrained = bert_tf.BertForSequenceClassification.from_pretrained(tmp_path / "encoder")
    with pytest.raises(ValueError, match=r"never trained: classifier\.weight, classifier\.bias; train it"):
        bert_tf.export(untrained, tokenizer, tmp_path / "m")
    model = tiny_texts.model("BertModel", **ONE_LAYER)
    with pytest.raises(ValueError, match="format is one of saved_model, onnx, onnx_int8, litert, .*; got 'tfjs'"):
        bert_tf.export(model, tokenizer, tmp_path / "m", format="tfjs")
    with pytest.raises(ValueError, match="max_length is from 3 to 24, .*; got 25"):
        bert_tf.export(model, tokenizer, tmp_path / "m", max_length=25)
    with pytest.raises(TypeError, match="a model of bert_tf is exported; received a BertConfig"):
        bert_tf.export(model.config, tokenizer, tmp_path / "m")
    with pytest.raises(ValueError, match="never_split is not there in a graph"):
        bert_tf.export(model, tiny_texts.tokenizer(never_split=["a"]), tmp_path / "m")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match="writing ONNX needs tf2onnx; run: pip install tf2onnx onnx"):
        bert_tf.export(model, tokenizer, tmp_path / "m", format="onnx")
    assert [each.name for each in tmp_path.iterdir()] == ["encoder"]
