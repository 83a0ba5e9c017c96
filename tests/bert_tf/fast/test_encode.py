"""Texts to vectors: the order, the batches, the files, and what cannot be read."""

import numpy as np
import pytest

import bert_tf
from bert_tf import pooling
from bert_tf.fast import batches, encode, reading
from bert_tf.fast.frozen import FastModel
from tests.support import bert_texts, tiny_bert

SIZES = {**tiny_bert.SIZES, "vocab_size": len(bert_texts.VOCAB)}
TEXTS = ["the quick brown fox", "", "a", "runn want", "low lowest " * 9, "lazy dog over the lazy dog", "fox ! ?"]


@pytest.fixture(scope="module")
def tokenizer():
    return bert_tf.BertTokenizer(bert_texts.VOCAB)


@pytest.fixture(scope="module")
def model():
    return tiny_bert.model(5, **SIZES)


def one_by_one(model, tokenizer, texts, mode="mean", most=17):
    found = []
    for text in texts:
        pair = (text, None) if isinstance(text, str) else text
        given = dict(tokenizer([pair[0]], pair[1] and [pair[1]], truncation=True, max_length=most, return_tensors="tf"))
        found.append(pooling.MODES[mode](model(given).last_hidden_state, given["attention_mask"])[0])
    return np.array(found)


@pytest.mark.parametrize("mode", sorted(pooling.MODES))
def test_each_as_alone(model, tokenizer, mode):
    found = bert_tf.encode(model, tokenizer, TEXTS, pooling=mode)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, one_by_one(model, tokenizer, TEXTS, mode), atol=5e-6, rtol=5e-6)


@pytest.mark.parametrize(("tokens", "window"), [(1, 3), (20, 2), (31, 5)])
def test_batches_and_windows_change_nothing(model, tokenizer, monkeypatch, tokens, window):
    monkeypatch.setattr(encode, "TOKENS", tokens)
    monkeypatch.setattr(encode, "WINDOW", window)
    found = bert_tf.encode(FastModel(model, encode.finishing.pooled(("mean",), False)), tokenizer, iter(TEXTS))
    np.testing.assert_allclose(found, one_by_one(model, tokenizer, TEXTS), atol=5e-6)


def test_pairs_several_poolings_and_length(model, tokenizer):
    pairs = [("the fox", "a dog"), ["a", "the lazy dog"]]
    found = bert_tf.encode(model, tokenizer, pairs, pooling=("cls", "max"), normalize=True, max_length=6)
    each = [one_by_one(model, tokenizer, pairs, mode, 6) for mode in ("cls", "max")]
    joined = np.concatenate(each, 1)
    np.testing.assert_allclose(found, joined / np.linalg.norm(joined, axis=1, keepdims=True), atol=5e-6)


def test_embedder_and_head(model, tokenizer):
    embedder = bert_tf.SentenceEmbedder(
        model.config, steps=[{"type": "Pooling", "modes": ["max"]}, {"type": "Normalize"}]
    )
    given = tokenizer(["the fox"], return_tensors="np")
    np.testing.assert_allclose(bert_tf.encode(embedder, tokenizer, ["the fox"]), embedder(dict(given)), atol=5e-6)
    head = bert_tf.BertForSequenceClassification(model.config)
    np.testing.assert_allclose(bert_tf.encode(head, tokenizer, ["the fox"]), head(dict(given)).logits, atol=5e-6)
    with pytest.raises(ValueError, match="pooling and normalize are for a BertModel"):
        bert_tf.encode(head, tokenizer, ["the fox"], pooling="mean")
    with pytest.raises(TypeError, match="one answer a text"):
        bert_tf.encode(bert_tf.BertForTokenClassification(model.config), tokenizer, ["the fox"])


def test_no_text_one_file_and_progress(model, tokenizer, tmp_path, monkeypatch):
    assert bert_tf.encode(model, tokenizer, []).shape == (0, SIZES["hidden_size"])
    monkeypatch.setattr(encode, "WINDOW", 3)
    (tmp_path / "texts.txt").write_text("\n".join(TEXTS), encoding="utf-8")
    told = []
    found = bert_tf.encode(
        model, tokenizer, tmp_path / "texts.txt", out=tmp_path / "v.npy", progress=lambda *each: told.append(each)
    )
    np.testing.assert_allclose(found, one_by_one(model, tokenizer, TEXTS), atol=5e-6)
    np.testing.assert_array_equal(np.load(tmp_path / "v.npy"), found)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told) and told[-1] == ("texts", 7, 7)
    with pytest.raises(FileExistsError):
        bert_tf.encode(model, tokenizer, TEXTS, out=tmp_path / "v.npy")


def broken():
    yield from TEXTS[:4]
    raise OSError("the disk is gone")


@pytest.mark.parametrize(
    ("texts", "index", "text"),
    [
        (broken, 4, "text 4: reading it raised OSError: the disk is gone"),
        (lambda: ["a", "b", "c", "d", 5], 4, "text 4: a string was expected, as before; received int: 5"),
        (lambda: [("a", "b"), "c"], 1, "text 1: a pair of strings was expected, as before; received str: 'c'"),
        (lambda: [None], 0, "text 0: a string or a pair of strings was expected"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_kept(model, tokenizer, tmp_path, texts, index, text):
    with pytest.raises(reading.UnreadableText, match=text) as caught:
        bert_tf.encode(model, tokenizer, texts(), out=tmp_path / "v.npy")
    assert caught.value.index == index and len(np.load(tmp_path / "v.npy")) == index


def test_one_string_and_a_length_that_does_not_fit(model, tokenizer):
    with pytest.raises(TypeError, match="many texts are expected"):
        bert_tf.encode(model, tokenizer, "the fox")
    with pytest.raises(ValueError, match="max_length is from 3 to 17"):
        bert_tf.encode(model, tokenizer, ["a"], max_length=18)


def test_a_very_long_text_is_cut(model, tokenizer):
    found = bert_tf.encode(model, tokenizer, ["fox " * 25000])
    np.testing.assert_allclose(found, one_by_one(model, tokenizer, ["fox " * 30]), atol=5e-6)


def test_groups_hold_what_they_may():
    lengths = [3, 9, 1, 4, 4, 8]
    groups = [list(each) for each in batches.grouped(lengths, 9)]
    assert groups == [[1], [5], [3, 4], [0, 2]]
    assert sorted(sum(groups, [])) == list(range(6))


def test_pack():
    batch = batches.pack([[5, 6], [7, 8, 9]], [[0, 1], [0, 0, 1]])
    assert batch.ids.tolist() == [5, 6, 7, 8, 9] and batch.positions.tolist() == [0, 1, 0, 1, 2]
    assert batch.row_of.tolist() == [[0, 1, 0], [2, 3, 4]] and batch.place_of.tolist() == [0, 1, 3, 4, 5]
    assert batch.mask.tolist() == [[1, 1, 0], [1, 1, 1]] and batch.token_types.tolist() == [0, 1, 0, 0, 1]
